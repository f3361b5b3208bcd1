"""Many posts: numbered, parsed here or in worker processes, handed out in order.

Nothing is taken from the source of posts before somebody asks for a result. With several workers a window of chunks is on its
way (`chunks`); processes get chunks and give back the JSON of articles (`crew`, `worker`), which is cheaper than their pickles.
"""
