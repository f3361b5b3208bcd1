"""Hypothesis strategies beside those of `newsclean.testing`: input of any kind, and the parts of its articles."""

from hypothesis import strategies as st

from newsclean import testing
from newsclean.testing.article_strategies import blocks, bodies, header_values, phrases, texts, words

__all__ = [
    "anything",
    "articles",
    "blocks",
    "bodies",
    "encoded",
    "header_values",
    "phrases",
    "posts",
    "surrogates",
    "texts",
    "words",
    "yaml_like",
]

articles = testing.articles()
posts = testing.posts()
yaml_like = st.text(alphabet=st.sampled_from(list("ab: -\n'\"[]{}&*!|>#%@,?~0.e+\t\\é水")), max_size=60)
surrogates = st.text(alphabet=st.sampled_from(list("ab<>&: \n\0\ud800\udc00\ud83d\ude00水")), max_size=40)
encoded = st.builds(
    lambda text, codec: text.encode(codec, "replace"),
    posts,
    st.sampled_from(("utf-8", "utf-16", "utf-16-le", "gb18030", "cp932", "iso2022_jp", "cp1251", "utf-7")),
)
anything = st.one_of(
    st.text(max_size=80),
    st.binary(max_size=80),
    posts,
    encoded,
    yaml_like.map(lambda text: f"---\n{text}\n---\n<p>x"),
    surrogates,
    surrogates.map(lambda text: f"---\ntitle: '{text}'\n---\n<p>{text}"),
)
