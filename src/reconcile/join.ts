/** Groups of names that links hold together: connected components, each sorted, in the order of their first name. Names without a link stand alone. */
export function joinAll(names: Iterable<string>, links: Iterable<readonly [a: string, b: string]>): string[][] {
  const head = new Map<string, string>()
  for (const name of names) head.set(name, name)
  const find = (name: string): string => {
    let at = name
    for (let up = head.get(at) ?? at; up !== at; up = head.get(at) ?? at) {
      head.set(at, head.get(up) ?? up)
      at = up
    }
    return at
  }
  for (const [a, b] of links) {
    const [x, y] = [find(a), find(b)]
    if (x !== y) head.set(x < y ? y : x, x < y ? x : y)
  }
  const groups = new Map<string, string[]>()
  for (const name of [...head.keys()].sort()) {
    const top = find(name)
    const group = groups.get(top)
    if (group) group.push(name)
    else groups.set(top, [name])
  }
  return [...groups.values()]
}
