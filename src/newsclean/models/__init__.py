"""The typed models: `text` and `blocks` are what an article is made of, `article` is the whole, `views` look at it."""
