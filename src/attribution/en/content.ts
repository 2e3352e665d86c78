import { hasFinite, sentenceOf, trimRange, wordAt, type Draft, type Page, type Range } from '../page.ts'

const DASH = /^(?:—|–|--)$/
/** Words that begin what was done beside the saying, not what was said, after a bare noun phrase. */
const BESIDE = /^(?:following|after|amid|during|ahead|despite|although|though|while)$/

/** Contents set right at their edges: dashes that interrupt, circumstances that trail. */
export function mendContent(page: Page, draft: Draft): Draft {
  const content = draft.content.flatMap(part =>
    (draft.cue && part[0] >= draft.cue[1] ? splitAside(page, cutBeside(page, cutRelative(page, draft, part))) : [part]).map(one => cutGloss(page, one)),
  )
  return { ...draft, content }
}

const GLOSS =
  /^(?:in (?:the (?:first|latest|strongest|clearest|hopes?)|what|an? (?:move|sign|signal|blow|bid|step|gesture|shift|departure|rebuke|nod|setback|boost|apparent|sharp|rare|dramatic|surprise|major|significant))|part of an?)$/

/** "in the first year": when it is, not what the writer makes of it. */
const SPELL = /^(?:year|half|quarter|week|month|day|days|weeks|months|years|phase|place|round|stage|instance)$/

/** "has invited the president, in the first sign of …", "in what the paper called …": what the writer makes of it ends what was said. */
export function cutGloss(page: Page, part: Range): Range {
  for (let i = part[0] + 4; i < part[1] - 3; i++) {
    if (page.quoted[i] !== 0) continue
    if (wordAt(page, i) === ',' && /^(?:other than|aside from|except for|except to)$/.test(`${wordAt(page, i + 1)} ${wordAt(page, i + 2)}`)) return [part[0], i]
    if (wordAt(page, i) !== 'in') continue
    const two = `in ${wordAt(page, i + 1)}`
    if (SPELL.test(wordAt(page, i + 3))) continue
    if (GLOSS.test(two) || GLOSS.test(`${two} ${wordAt(page, i + 2)}`)) return trimRange(page, [part[0], i]) ?? part
  }
  return part
}

/** "the rebels, who the ministry alleges are armed, went on": a relative clause ends where the main verb begins. */
function cutRelative(page: Page, draft: Draft, part: Range): Range {
  const first = draft.content[0]
  if (!first || first === part || first[1] - first[0] !== 1 || !/^(?:who|whom|which|that)$/.test(wordAt(page, first[0])) || wordAt(page, first[0] - 1) !== ',')
    return part
  for (let i = part[0] + 1; i < part[1] - 1; i++) {
    const next = page.tokens[i + 1]
    if (wordAt(page, i) === ',' && page.quoted[i] === 0 && next && /^(?:VERB|AUX)$/.test(next.pos) && !next.lower.endsWith('ing'))
      return trimRange(page, [part[0], i]) ?? part
  }
  return part
}

/** "announced a truce following a call": a content without a verb ends where a circumstance begins. */
function cutBeside(page: Page, part: Range): Range {
  for (let i = part[0] + 2; i < part[1]; i++) {
    if (page.quoted[i] !== 0) continue
    const word = wordAt(page, i)
    const opens =
      BESIDE.test(word) ||
      (word === ',' && /^(?:which|even)$/.test(wordAt(page, i + 1))) ||
      (/^(?:for|over|in)$/.test(word) && /^the$/.test(wordAt(page, i + 1)) && /^(?:past|last|hope|hopes)$/.test(wordAt(page, i + 2)))
    if (!opens || hasFinite(page, [part[0], i]) || /^(?:to|that|if|whether|how|what)$/.test(wordAt(page, part[0]))) continue
    return trimRange(page, [part[0], i]) ?? part
  }
  return part
}

/** "that leaks — and there have been many — harm the talks": the aside between dashes is the writer's. */
function splitAside(page: Page, part: Range): Range[] {
  const sentence = sentenceOf(page, part[0])
  if (!sentence) return [part]
  const first = find(page, part[0], Math.min(part[1] + 1, sentence.to))
  if (first < 0 || page.quoted[first] !== 0 || hasFinite(page, [part[0], first])) return [part]
  const second = find(page, first + 1, sentence.to)
  if (second < 0 || (/^(?:and|or|but)$/.test(wordAt(page, first + 1)) && /^(?:of|to|that|for|on|in|with|against)$/.test(wordAt(page, first + 2)))) return [part]
  const head = trimRange(page, [part[0], first])
  const rest = trimRange(page, [second + 1, Math.max(part[1], sentence.to)])
  return head && rest && hasFinite(page, rest) ? [head, rest] : [part]
}

function find(page: Page, from: number, to: number): number {
  for (let i = from; i < to; i++) if (DASH.test(wordAt(page, i))) return i
  return -1
}
