// Runs before anything else in each page: notes whatever runs, and offers `look(fragments, mode)`.
(() => {
  const found = [];
  const note = (what) => found.push(String(what).slice(0, 200));
  const taken = new Set([window, document].flatMap((thing) => {
    const names = [];
    for (let at = thing; at; at = Object.getPrototypeOf(at)) names.push(...Object.getOwnPropertyNames(at));
    return names;
  }));
  window.ran = () => note("ran");
  for (const name of ["alert", "confirm", "prompt", "print", "open", "fetch", "eval"]) window[name] = () => note(name);
  navigator.sendBeacon = () => note("beacon");
  XMLHttpRequest.prototype.send = () => note("XMLHttpRequest");
  // The policy is reported only, not enforced: it sees scripts that call nothing.
  window.addEventListener("securitypolicyviolation", (event) => note(`policy: ${event.effectiveDirective} ${event.sample}`), true);

  const active = new Set(("applet base button dialog embed fencedframe form frame frameset iframe input link math meta noscript " +
    "object portal script select style svg template textarea title").split(" "));
  const addresses = new Set(("action background cite data formaction href longdesc manifest ping poster src srcset to values " +
    "xlink:href").split(" "));
  const leads = (value) => {
    try {
      return /^(javascript|vbscript|livescript|blob|file|filesystem|about|data):/.exec(new URL(value, location.href).href)?.[1];
    } catch {
      return undefined;
    }
  };
  const audit = (root) => {
    for (const element of root.querySelectorAll("*")) {
      const tag = element.localName;
      if (active.has(tag)) note(`<${tag}>`);
      for (const { name, value } of element.attributes) {
        const lower = name.toLowerCase();
        if (lower.startsWith("on") || lower === "style" || lower === "srcdoc") note(`<${tag} ${lower}>`);
        if ((lower === "id" || lower === "name") && taken.has(value)) note(`<${tag} ${lower}=${value}>`);
        if (!addresses.has(lower)) continue;
        for (const address of lower === "srcset" ? value.split(",") : [value]) {
          const scheme = leads(address.trim().split(" ")[0]) ?? leads(address);
          if (scheme && !(scheme === "data" && /^\s*data:image\/(avif|bmp|gif|jpeg|png|webp|x-icon)/i.test(address))) {
            note(`<${tag} ${lower}=${address}>`);
          }
        }
      }
      if (tag === "a" && element.target && !/\bno(opener|referrer)\b/.test(element.rel)) note("<a target> without noopener");
    }
  };
  const ways = {
    innerHTML: (html, box) => { box.innerHTML = html; },
    template: (html, box) => {
      const template = document.createElement("template");
      template.innerHTML = html;
      box.append(template.content.cloneNode(true));
    },
    reparse: (html, box) => { box.innerHTML = new DOMParser().parseFromString(`<!doctype html><body>${html}`, "text/html").body.innerHTML; },
  };
  const settled = () => new Promise((resolve) => setTimeout(resolve, 250));
  window.look = async (fragments, mode) => {
    const boxes = [];
    const changed = [];
    for (const html of fragments) {
      const box = document.createElement("div");
      document.body.append(box);
      ways[mode](html, box);
      if (box.innerHTML !== html) changed.push(html);
      boxes.push(box);
    }
    boxes.forEach(audit);
    await settled();
    boxes.forEach((box) => box.remove());
    return { found: found.splice(0), changed };
  };
  window.lookAtPage = async () => {
    await settled();
    audit(document.body);
    return { found: found.splice(0), changed: [] };
  };
})();
