"""Whether two addresses are of one picture: services that resize and deliver pictures write it into the address."""

import re
from urllib.parse import unquote

# Longer addresses are not looked at: patterns with a tail must not be tried on megabytes.
_LONGEST = 2_000
_FILE = re.compile(r"\.(?:avif|gif|jpe?g|png|webp|bmp|tiff?)\Z", re.IGNORECASE)
# A service that fetches a picture carries its address whole, plain or encoded, in its path or query.
_INNER = re.compile(r"https?(?:://|%3a%2f%2f)(.*)", re.IGNORECASE | re.DOTALL)
# WordPress's servers carry the host as the first step of the path.
_PHOTON = re.compile(r"i[0-3]\.wp\.com/", re.IGNORECASE)
# Steps of a path that only say how large: `s320`, `w450`, `300x200`, `fit-in`, `w_300,h_200`, `width=300,fit=cover`.
_STEP = re.compile(
    r"(?:[swh][0-9]{2,4}(?:-[a-z0-9-]+)?|[0-9]{2,4}x[0-9]{2,4}(?:_crop)?|fit-in|cdn-cgi|image|(?:[a-z]{1,2}_[a-z0-9.:-]+,?)+|"
    r"(?:[a-z]+=[a-z0-9.%-]+,?)+|smart|thumbs?|thumbnails?)",
    re.IGNORECASE,
)
_SUFFIX = re.compile(
    r"(?:[-_][0-9]{2,4}x[0-9]{2,4}|-scaled|@[0-9]x|-e[0-9]{10,13}|[-_](?:thumb|small|medium|large|square))+\Z", re.IGNORECASE
)
# Steps of a path that name a picture on any host; fewer may be anybody's `/1.jpg`.
_FEWEST = 2


def file_key(url: str) -> str:
    """Give what two addresses of one picture have in common; addresses of different pictures differ in it.

    >>> file_key("https://i0.wp.com/example.org/up/2024/dam-300x200.jpg?w=640") == file_key("//cdn.example.org/up/2024/dam.jpg")
    True
    >>> file_key("https://example.org/1.jpg") == file_key("https://example.com/1.jpg")
    False
    """
    address = url[:_LONGEST].partition("#")[0].partition("//")[2] or url[:_LONGEST]
    inner = _INNER.search(address, 1)
    if inner is not None:
        address = unquote(inner[1]) if "%" in inner[0][:12] else inner[1]
        address = address.partition("&")[0]
    photon = _PHOTON.match(address)
    if photon is not None:
        address = address[photon.end() :]
    path, _, query = address.partition("?")
    host, *steps = path.split("/")
    if not steps:
        return address.lower()
    *folders, name = steps
    if _FILE.search(name) is None:  # a program's address: what it is asked for is in the query
        return f"{path}?{query}".lower()
    while _FILE.search(name):
        name = _FILE.sub("", name)
    kept = [folder for folder in folders if folder and _STEP.fullmatch(folder) is None]
    key = "/".join([*kept, _SUFFIX.sub("", name)]).lower()
    return key if len(kept) + 1 > _FEWEST else f"{host}/{key}".lower()
