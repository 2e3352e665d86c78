/** Scripts in disguise: each calls `ran(n)` where a page lets it run. Forms known from public lists of cross-site scripting, written for this project. */
export function payloads(): string[] {
  const call = (n: number): string => `ran(${String(n)})`
  const shapes: readonly ((code: string) => string)[] = [
    code => `<script>${code}</script>`, code => `<ScRiPt>${code}</sCrIpT>`, code => `<script src="data:text/javascript,${code}"></script>`, code => `<scr<script>ipt>${code}</scr</script>ipt>`,
    code => `<img src=x onerror=${code}>`, code => `<img src=x onerror="${code}">`, code => `<IMG SRC=x ONERROR='${code}'>`, code => `<img/src=x/onerror=${code}>`, code => `<img src=x onerror=&#x65;val("${code}")>`,
    code => `<svg onload=${code}>`, code => `<svg/onload=${code}>`, code => `<svg><script>${code}</script></svg>`, code => `<svg><animate onbegin=${code} attributeName=x dur=1s>`, code => `<svg><a xlink:href="javascript:${code}"><text>x</text></a></svg>`,
    code => `<body onload=${code}>`, code => `<iframe src="javascript:${code}"></iframe>`, code => `<iframe srcdoc="<script>parent.${code}</script>"></iframe>`, code => `<object data="javascript:${code}"></object>`, code => `<embed src="javascript:${code}">`,
    code => `<a href="javascript:${code}">x</a>`, code => `<a href="java\tscript:${code}">x</a>`, code => `<a href=" javascript:${code}">x</a>`, code => `<form action="javascript:${code}"><button>x</button></form>`, code => `<input autofocus onfocus=${code}>`,
    code => `<details open ontoggle=${code}>`, code => `<video><source onerror=${code}></video>`, code => `<audio src=x onerror=${code}>`, code => `<marquee onstart=${code}>`, code => `<math><mtext><table><mglyph><style><img src=x onerror=${code}>`,
    code => `<template><script>${code}</script></template>`, code => `<noscript><p title="</noscript><img src=x onerror=${code}>">`, code => `<style>@import "javascript:${code}";</style>`, code => `<link rel=stylesheet href="javascript:${code}">`, code => `<base href="javascript:${code}//">`,
    code => `<meta http-equiv=refresh content="0;url=javascript:${code}">`, code => `"><script>${code}</script>`, code => `'><img src=x onerror=${code}>`, code => `" autofocus onfocus="${code}`, code => `' onmouseover='${code}`, code => `\`-${code}-\``,
    code => `{{constructor.constructor('${code}')()}}`, code => `{@html "<img src=x onerror=${code}>"}`, code => `\${${code}}`, code => `<%= ${code} %>`, code => `]]><script>${code}</script>`, code => `--><script>${code}</script>`, code => `</title><script>${code}</script>`,
    code => `</textarea><script>${code}</script>`, code => `\u202E<script>${code}</script>`, code => `%3Cscript%3E${code}%3C/script%3E`, code => `&lt;script&gt;${code}&lt;/script&gt;`, code => `javascript:${code}`, code => `data:text/html,<script>${code}</script>`, code => `vbscript:${code}`,
    code => `<x contenteditable onblur=${code}>lose`, code => `<x style="animation-name:appear" onanimationstart=${code}>`, code => `<div style="background:url(javascript:${code})">`, code => `<select autofocus onfocus=${code}>`,
    code => `<keygen autofocus onfocus=${code}>`, code => `<isindex action=javascript:${code} type=image>`, code => `<img src="x\` \`<script>${code}</script>"\` \`>`, code => `<svg><foreignObject><iframe srcdoc="<script>top.${code}</script>"/></foreignObject></svg>`,
    code => `<button popovertarget=x onclick=${code}>x</button><div popover id=x onbeforetoggle=${code}>`, code => `<a href="data:text/html;base64,PHNjcmlwdD5yYW4oMSk8L3NjcmlwdD4=">${code}</a>`, code => `<img srcset="x" onerror=${code}>`, code => `<input type=image src=x onerror=${code}>`, code => `<table background="javascript:${code}">`,
  ]
  return Array.from({ length: 200 }, (_, n) => (shapes[n % shapes.length] ?? (code => code))(call(n)))
}
