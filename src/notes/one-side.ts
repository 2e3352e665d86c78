import type { Actor, Example, Id, Note } from '#model'
import { firstSpans, quoteAll, raise, speakerOf, type NoteView } from './view.ts'

export const examples: readonly Example[] = [
  {
    text: 'Talks between Norway and Chile ended on Friday. Chile said the talks were useful. Chile said it would send a draft.',
    list: 'notes',
    rule: 'notes/one-side',
    finds: ['one-side «Chile» «Chile»'],
  },
  {
    text: 'Talks between Norway and Chile ended on Friday. Chile said the talks were useful. Norway said they were short.',
    list: 'notes',
    rule: 'notes/one-side',
    finds: [],
  },
]

/** Parties that the report speaks of and does not hear, beside those it does. */
export function checkOneSide(view: NoteView): Note[] {
  const { analysis } = view
  const sides = new Map(analysis.actors.map(actor => [actor.id, actor]))
  const parties = partiesOf(view)
  const speakers = analysis.statements.flatMap(one => {
    const link = speakerOf(one)
    const span = link?.span ?? one.source
    return link && span && one.kind !== 'thought' && one.kind !== 'act' && !one.negated
      ? [{ span, side: link.actor ? topOf(sides, link.actor) : undefined }]
      : []
  })
  const heard = new Set(speakers.map(one => one.side))
  const silent = [...parties].filter(id => !heard.has(id))
  const names = silent.flatMap(id => sides.get(id)?.name ?? []).filter(name => /\p{Lu}/u.test(name))
  const shown = firstSpans(
    speakers.map(one => one.span),
    6,
  )
  if (speakers.length > 1 && new Set(speakers.map(one => one.side ?? one.span.join())).size === 1)
    return raise('one-side', shown, `One voice speaks in this report: ${quoteAll(view, shown)}.`)
  if (names.length === 0 || speakers.length === 0 || [...heard].every(id => id === undefined)) return []
  return raise('one-side', shown, `Heard in this report: ${quoteAll(view, shown)}. Spoken of and not heard: ${names.slice(0, 5).join(', ')}.`)
}

/** Whom an actor belongs to in the end. */
function topOf(actors: ReadonlyMap<Id<'actor'>, Actor>, id: Id<'actor'>): Id<'actor'> {
  let at = id
  for (let i = 0; i < 5; i++) {
    const of = actors.get(at)?.of
    if (!of) return at
    at = of
  }
  return at
}

/** The parties of the talks told of, and those who hold positions or act on each other. */
function partiesOf(view: NoteView): Set<Id<'actor'>> {
  const { tracks, positions, events, actors } = view.analysis
  const all = new Map(actors.map(actor => [actor.id, actor]))
  const ids: Id<'actor'>[] = [
    ...tracks.flatMap(track => track.parties),
    ...positions.map(one => one.actor),
    ...events.flatMap(event => [...event.actors, ...event.recipients]),
  ]
  const tops = ids.map(id => topOf(all, id)).filter(id => ['state', 'organisation'].includes(all.get(id)?.kind ?? ''))
  return new Set(tops)
}
