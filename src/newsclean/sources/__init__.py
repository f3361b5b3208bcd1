"""Readers of files that hold posts: each gives `Source` after `Source`, for `newsclean.parse_many`.

Nothing is read before it is asked for, and no more than one record is held. What cannot be read is a `Source` with the error in
the place of its content, which makes it a `Failure` of the run under its own name: a reader raises for wrong arguments only.
gzip and Zstandard are known by their first bytes.
"""

from newsclean.sources.archives import read_warc
from newsclean.sources.folders import read_folder
from newsclean.sources.records import read_json_lines

__all__ = ["read_folder", "read_json_lines", "read_warc"]
