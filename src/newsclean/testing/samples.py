"""HTML that a sanitizer must treat well."""

CANONICAL = (
    "<p>Water flows &amp; flows: 1 &lt; 2.</p>",
    '<h2 id="user-content-dam">The dam</h2>\n<p>A&nbsp;line<br>and another.</p>',
    '<figure><a href="/full"><img src="/a.png" srcset="/a.png 400w, /b.png 800w" alt="A dam" width="770"></a></figure>',
    '<figure><img src="/a.png" alt=""><figcaption>The <em>dam</em>.</figcaption><p class="nc-credit">A. Painter</p></figure>',
    '<figure><figure><img src="/a.png" alt=""><figcaption>One.</figcaption></figure><img src="/b.png" alt=""></figure>',
    '<blockquote cite="https://example.org/a">\n<p>We opened it.</p>\n</blockquote>',
    '<ol start="3">\n<li>One</li>\n<li>\n<p>Two</p>\n<ul>\n<li>Three</li>\n</ul>\n</li>\n</ol>',
    "<dl>\n<dt>Weir</dt>\n<dd>A low dam.</dd>\n</dl>",
    '<table>\n<caption>Levels</caption>\n<thead>\n<tr><th>Day</th><th colspan="2">Level</th></tr>\n</thead>\n</table>',
    '<table>\n<tbody>\n<tr><td>1</td><td rowspan="2">12</td><td></td></tr>\n</tbody>\n</table>',
    '<pre><code class="language-python">if a &lt; b:\n    open(gate)</code></pre>',
    '<pre class="nc-math"><code class="language-tex">x^2</code></pre>',
    '<figure class="nc-embed nc-video nc-youtube"><a href="https://www.youtube.com/watch?v=a" title="Film">Film</a></figure>',
    '<hr>\n<hr class="nc-more">\n<p lang="ar" dir="rtl">قال <span lang="en">dam</span></p>',
    '<p>See<a class="nc-footnote" href="#user-content-1">1</a>.</p>',
    '<div class="nc-footnote" id="user-content-1">\n<p>Here.</p>\n</div>',
    "<p><strong>a</strong> <code>b</code> <sub>c</sub> <sup>d</sup> <u>e</u> <s>f</s> <mark>g</mark> <q>h</q></p>",
    '<p><abbr title="As If">a</abbr> <time datetime="2022-03-31">b</time> <ruby>水<rt>mizu</rt></ruby></p>',
    '<p><code class="nc-math">a</code> <a href="https://example.org/?a=1&amp;b=2" title="T">b</a></p>',
    '<p><a href="mailto:desk@example.org">a</a> <a href="tel:+441">b</a> <a href="../c?d=12:30">e</a></p>',
)
"""What `Article.to_html` writes, of every kind."""
BENIGN = (
    *CANONICAL,
    "Plain words, 1 < 2 & 3 > 2; AT&T; &copy; 2022 &mdash; &#8364;5",
    "<p>One<p>Two <b>bold <i>both</b> italic</i><li>stray item<td>stray cell",
    "<div><div>In boxes</div><br><br>and <font color=red>coloured</font></div><center>in the middle</center>",
    "<form><label>Name</label><button>Send</button><select><option>One<option>Two</select><textarea>Notes</textarea></form>",
    "<table><tr><td>Outer<table><tr><td>Inner</table>After<tr><th>Head</table>",
    "<article><header><h1>Head</h1></header><section><p>One</section><aside>Aside</aside><footer>Foot</footer></article>",
    "<details><summary>More</summary><p>Hidden</p></details><x-card><p>Unknown</p></x-card>",
    "<math><mi>E</mi><mo>=</mo><mi>m</mi></math> and <svg><text>drawn</text></svg>",
    "<object><p>No player</p></object><video src=/v.mp4>No film</video><canvas>No canvas</canvas>",
    "<p>Before</p><!-- note --><p>Between</p><!--more--><p>After</p></body></html><p>Late</p>",
    "\U0001f469\u200d\U0001f467 \U0001f1fa\U0001f1e6 नमस्ते \u200fעברית\u200f e\u0301 می\u200cخواهم 水\u3000位",
    "<p>Write <code>&lt;script&gt;ran()&lt;/script&gt;</code> or <code>javascript:void(0)</code> to test.</p>",
)
"""HTML whose words must all be kept."""
BAD_STRINGS = (
    "",
    " \n\t",
    "\0",
    "\ud800 lone \udfff",
    "\ufffe\uffff\x01\x7f\x85\ufeff",
    "<",
    "</",
    "<!",
    "<!--",
    "<![CDATA[",
    "<a href='",
    "&#;&#x;&#99999999999;&#xd800;&",
    "<div>" * 3_000,
    "<b>" * 300 + "<p>" * 300,
    "<a" * 3_000,
    "&#" * 3_000,
    "<!--" * 3_000,
    f"<p {' '.join(f'a{at}=b' for at in range(3_000))}>x",
    f"<p title='{'x' * 100_000}'>",
)
"""What must give a string, whatever it is."""
CODE = (
    "a<script>ran()</script>b",
    "a<style>ran{}</style>b",
    "<svg><script>ran()</script></svg>",
    "<style><script>ran()",
)
"""HTML in which `ran` is no word."""
