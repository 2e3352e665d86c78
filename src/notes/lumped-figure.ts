import type { Example, Note } from '#model'
import { quote, raise, type NoteView } from './view.ts'

export const examples: readonly Example[] = [
  { text: 'The fighting has left over 4,200 casualties.', list: 'notes', finds: ['lumped-figure «over 4,200 casualties»'] },
  { text: 'The fighting has killed 4,200 people.', list: 'notes', finds: [] },
]

const PEOPLE = new Set(['casualties', 'killed', 'wounded', 'missing', 'displaced', 'workers', 'other', 'share'])

/** A figure that throws together what other figures count apart. */
export function checkLumpedFigure(view: NoteView): Note[] {
  return view.analysis.figures.flatMap(figure =>
    figure.lumps && figure.class !== 'share' && PEOPLE.has(figure.class)
      ? raise('lumped-figure', [figure.span], `${quote(view, figure.span)} counts ${figure.lumps.join(' and ')} in one number: not for a series of either.`)
      : [],
  )
}
