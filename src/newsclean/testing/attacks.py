r"""Attacks on sanitizers, generated: elements x events, addresses x disguises, and what breaks out of where it stands.

Each calls `ran()` where it succeeds, so that a browser can tell. They are meant to be sanitized and looked at, in tests.

>>> next(attacks())
'<a onabort=ran() href="x" src="x">x</a>'
"""

from collections.abc import Callable, Iterator
from itertools import product

_ELEMENTS = (
    "a abbr address animate applet area article audio b base bdo bgsound blockquote body br button canvas center code col "
    "command custom-element datalist details dialog div dl embed fieldset figure font footer form frame frameset h1 head hr "
    "html iframe image img input ins isindex keygen label link list listing main map mark marquee math menu meta meter nobr "
    "object option p picture plaintext pre q ruby samp section select slot source span strike style summary svg table tbody "
    "td template textarea th thead time title tr track tt ul var video wbr x xmp xss"
).split()
_EVENTS = (
    "abort afterprint animationend auxclick beforeinput beforetoggle blur click contextmenu copy cut dblclick drag dragend "
    "error focus focusin hashchange input invalid keydown load loadstart message mousedown mouseover paste pointerenter "
    "pointerrawupdate popstate resize scroll scrollend select show start submit toggle touchstart transitionend unload wheel"
).split()
_SCHEMES = ("javascript:ran()", "vbscript:ran()", "data:text/html,<script>ran()</script>", "blob:x", "file:///etc/hosts")
_PLACES = (
    '<a href="{}">x</a>',
    "<a href={}>x</a>",
    '<a xlink:href="{}">x</a>',
    '<area href="{}">',
    '<svg><a xlink:href="{}"><text>x</text></a></svg>',
    '<svg><a><animate attributeName=href values="{}"></animate><text>x</text></a></svg>',
    '<svg><use href="{}"></use></svg>',
    '<math href="{}">x</math>',
    '<form action="{}"><button>x</button></form>',
    '<button formaction="{}">x</button>',
    '<input type=image src="{}">',
    '<iframe src="{}"></iframe>',
    '<embed src="{}">',
    '<object data="{}"></object>',
    '<img src="{}">',
    '<img src=x srcset="{} 2x">',
    '<video src="{}" poster="{}"></video>',
    '<blockquote cite="{}">x</blockquote>',
    '<q cite="{}">x</q>',
    '<ins cite="{}">x</ins>',
    '<body background="{}">',
    '<table background="{}"><tr><td>x</table>',
    '<link rel=stylesheet href="{}">',
    '<meta http-equiv=refresh content="0;url={}">',
    '<base href="{}"><a href=x>x</a>',
    '<div style="background:url({})">x</div>',
    '<a ping="{}" href="#">x</a>',
)


def _as_references(pattern: str) -> Callable[[str], str]:
    return lambda text: "".join(pattern.format(ord(sign)) for sign in text)


def _mixed(text: str) -> str:
    return "".join(sign.upper() if at % 2 else sign for at, sign in enumerate(text))


_DISGUISES: tuple[Callable[[str], str], ...] = (
    str,
    _mixed,
    lambda text: f" {text}",
    lambda text: f"\x01{text}",
    lambda text: f"&#1;{text}",
    lambda text: f"\u00a0{text}",
    lambda text: f"\u200b{text}",
    lambda text: f"\u2028{text}",
    lambda text: f"\ufeff{text}",
    lambda text: text.replace("a", "a\t", 1),
    lambda text: text.replace("a", "a\n", 1),
    lambda text: text.replace("a", "a\r", 1),
    lambda text: text.replace("a", "a&Tab;", 1),
    lambda text: text.replace("a", "a&NewLine;", 1),
    lambda text: text.replace("a", "a&#x0a;", 1),
    lambda text: text.replace("a", "a\0", 1),
    lambda text: text.replace("a", "a\u00ad", 1),
    lambda text: text.replace("a", "a&#0;", 1),
    lambda text: text.replace("a", "a\\", 1),
    lambda text: text.replace(":", "&colon;", 1),
    lambda text: text.replace(":", "&#58", 1),
    lambda text: text.replace(":", "\n:", 1),
    lambda text: text.replace(":", "\uff1a", 1),
    lambda text: text.replace(":", "%3a", 1),
    lambda text: text.replace(":", "://%0a", 1),
    lambda text: f"http:{text}",
    lambda text: f"x {text}",
    lambda text: f"//{text}",
    _as_references("&#{};"),
    _as_references("&#{:07d}"),
    _as_references("&#x{:x};"),
    _as_references("&amp;#{};"),
)
_CORES = (
    "<img src=x onerror=ran()>",
    "<script>ran()</script>",
    "<svg onload=ran()></svg>",
    "<iframe srcdoc='<script>ran()</script>'></iframe>",
    "<a href=javascript:ran()>x</a>",
    "<style>*{background:url(/request)}</style>",
    "<meta http-equiv=refresh content=0;url=/elsewhere>",
)
_AROUND = (
    "{}",
    '"{}',
    "'>{}",
    "-->{}",
    "<!--{}",
    "<!-->{}-->",
    "<!--><!--{}",
    "<!--x--!>{}",
    "<![CDATA[{}]]>",
    "<![CDATA[><!--]]>{}",
    "<!doctype {}>",
    "<?xml {}?>",
    "<{}",
    "<<b>{}",
    "</{}>",
    "<p title='{}'>",
    '<p title="</p>{}">',
    "<b/{}",
    "<x y=`{}`>",
    "<style>{}</style>",
    "<style></style{}>",
    "<script>{}</script>",
    "<title>{}</title>",
    "<title></title>{}",
    "<textarea>{}</textarea>",
    "<textarea></textarea>{}",
    "<noscript>{}</noscript>",
    '<noscript><p title="</noscript>{}">',
    '<noembed><p title="</noembed>{}">',
    "<iframe>{}</iframe>",
    "<iframe></iframe>{}",
    "<xmp>{}</xmp>",
    "<xmp></xmp>{}",
    "<plaintext>{}",
    "<template>{}</template>",
    "<select><option>{}</select>",
    "<select><template shadowrootmode=open>{}</template></select>",
    "<svg>{}</svg>",
    "<svg><title>{}</title></svg>",
    "<svg><desc>{}</desc></svg>",
    "<svg><style>{}</style></svg>",
    "<svg><style><!--</style>{}--></svg>",
    "<svg><foreignObject>{}</foreignObject></svg>",
    '<svg></p><style><a id="</style>{}">',
    '<svg><p><style><g title="</style>{}">',
    "<math>{}</math>",
    "<math><mi>{}</mi></math>",
    "<math><annotation-xml encoding=text/html>{}</annotation-xml></math>",
    "<math><mtext><table><mglyph><style><!--</style>{}",
    "<math><mtext><mglyph><svg><mtext><style><path id='</style>{}'>",
    "<form><math><mtext></form><form><mglyph><style></math>{}",
    "<table><td>{}</table>",
    "<table>{}<tr><td>x</table>",
    "<table><colgroup>{}",
    "<table><caption><svg><title><table><caption></caption></table></title><style><a title='</style>{}'>",
    "<p><a><div>{}<a>x</a></div></a>",
    "<ul><li>{}<ul>{}</ul>",
    "<b><p>{}</b>x</p>",
    "<frameset>{}",
    "<html><head>{}<body>",
    "<body>{}</body></html>{}",
    "<object>{}</object>",
    "<video><source>{}</video>",
    "<ruby>{}<rt>{}</ruby>",
    "<pre>\n{}</pre>",
    "<details ontoggle=ran() open>{}",
    "<a href='x' {}>",
    "<img alt='{}' src=x>",
    "<x-y>{}</x-y>",
    "&lt;img src=x onerror=ran()&gt;{}",
    "+ADw-script+AD4-ran()+ADw-/script+AD4-{}",
    "\ufeff{}",
    "\x00{}",
)
_BREAKS = ("/", "\t", "\n", "\f", "\r", "\0", "\x0b", "\u00a0", "//", "/x=y ", "=''", '""', "`")


def attacks() -> Iterator[str]:
    """Give every attack, in an order that never changes."""
    for element, event in product(_ELEMENTS, _EVENTS):
        yield f'<{element} on{event}=ran() href="x" src="x">x</{element}>'
    for scheme, disguise, place in product(_SCHEMES, _DISGUISES, _PLACES):
        yield place.replace("{}", disguise(scheme))
    for around, core in product(_AROUND, _CORES):
        yield around.replace("{}", core)
    for outer, inner in product(_AROUND, _AROUND):
        yield outer.replace("{}", inner.replace("{}", _CORES[0]))
    for mark in _BREAKS:
        yield f"<img{mark}src=x{mark}onerror=ran()>"
        yield f"<svg{mark}onload=ran(){mark}>"
        yield f"<script{mark}>ran()</script{mark}>"
        yield f"<a{mark}href{mark}={mark}javascript:ran()>x</a>"
        yield f"<{mark}img src=x onerror=ran()>"
    for name in ("location", "body", "forms", "cookie", "getElementById", "attributes"):
        yield f"<p id={name}>x<img name={name} src=x><a id={name} name={name} href=x>x</a>"
