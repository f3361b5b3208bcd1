"""Whole posts."""

from hypothesis import strategies as st

from newsclean.testing.body_strategies import bodies
from newsclean.testing.header_strategies import fenced


def any_post() -> st.SearchStrategy[str]:
    """Do what `newsclean.testing.posts` says."""
    return _POSTS


_POSTS = st.builds(
    lambda mark, header, body, line_end: mark + (header + body).replace("\n", line_end),
    st.sampled_from(["", "", "", "\ufeff", "\n"]),
    st.one_of(fenced(), st.sampled_from(["---\ntitle: A dam\n---\n<p>\n", "<p>\n"])),
    bodies(),
    st.sampled_from(["\n", "\n", "\n", "\r\n", "\r"]),
)
