import type { Analysis, ExampleList, Span, When } from '#model'

/** Records drawn as text a person can read and write, one line each, for examples and goldens. */
export function draw(analysis: Analysis, list: ExampleList): { rule: string; line: string }[] {
  const pen = new Pen(analysis)
  const lines = pen.lines(list)
  return lines.map(([rule, parts]) => ({ rule, line: parts.filter(part => part !== '').join(' ') }))
}

type Line = readonly [rule: string, parts: readonly string[]]

class Pen {
  private readonly names: Map<string, string>
  private readonly analysis: Analysis

  constructor(analysis: Analysis) {
    this.analysis = analysis
    this.names = new Map(analysis.actors.map(actor => [actor.id as string, actor.name]))
  }

  words(span: Span | undefined): string {
    return span ? `«${this.analysis.report.text.slice(span[0], span[1]).replaceAll('\n', ' ¶ ')}»` : '«»'
  }

  name(id: string | undefined): string {
    return id === undefined ? '' : (this.names.get(id) ?? id)
  }

  all(ids: readonly string[]): string {
    return ids.map(id => this.name(id)).join(' + ')
  }

  when(when: When | undefined): string {
    if (!when) return ''
    return `(${when.start ?? ''}${when.end === undefined ? '' : ` ; ${when.end}`}${when.repeated ? ' repeated' : ''})`
  }

  lines(list: ExampleList): Line[] {
    const a = this.analysis
    switch (list) {
      case 'statements':
        return a.statements.map(s => [
          s.rule,
          [
            this.words(s.source),
            '|',
            this.words(s.cue),
            '|',
            s.content.map(span => this.words(span)).join(' + '),
            '|',
            s.form,
            s.kind ?? '',
            s.negated ? 'negated' : '',
            `${s.chain.map(link => `${link.as}${link.actor ? `:${this.name(link.actor)}` : ''}${link.inferred ? '~' : ''}`).join(' > ')}`,
            s.within ? 'within' : '',
            s.hedges.length > 0 ? `hedged ${s.hedges.map(span => this.words(span)).join(' ')}` : '',
            this.when(s.uttered),
          ],
        ])
      case 'times':
        return a.times.map(t => [t.rule, [this.words(t.span), t.type, t.value, t.mod ?? '', this.when(t.when), t.known]])
      case 'actors':
        return a.actors.map(one => [
          'actors',
          [one.name, one.kind, one.of ? `of ${this.name(one.of)}` : '', `= ${one.names.join(' = ')}`, ...one.roles.map(role => `as ${role.title}`)],
        ])
      case 'events':
        return a.events.map(e => [
          e.rule,
          [
            e.act,
            e.plover,
            e.reality,
            this.all(e.actors),
            e.recipients.length > 0 ? `→ ${this.all(e.recipients)}` : '',
            this.words(e.span),
            e.place ? `at ${this.name(e.place)}` : '',
            this.when(e.when),
          ],
        ])
      case 'tracks':
        return a.tracks.map(t => [
          t.rule,
          [
            t.format,
            t.state,
            this.all(t.parties),
            t.mediators.length > 0 ? `by ${this.all(t.mediators)}` : '',
            t.rounds ? `rounds ${JSON.stringify(t.rounds)}` : '',
            this.words(t.span),
            this.when(t.when),
          ],
        ])
      case 'proposals':
        return a.proposals.map(p => [
          p.rule,
          [
            p.status,
            this.all(p.by),
            p.to.length > 0 ? `→ ${this.all(p.to)}` : '',
            p.exclusive ? 'exclusive' : '',
            p.reciprocity === 'not-stated' ? '' : `reciprocity ${p.reciprocity}`,
            this.words(p.span),
            p.terms.map(term => `{${term.issue} ${String(term.specificity)} ${this.words(term.span)}}`).join(' '),
          ],
        ])
      case 'positions':
        return a.positions.map(p => [
          p.rule,
          [
            this.name(p.actor),
            p.stance,
            p.issue,
            String(p.specificity),
            p.conditionality === 'none-stated' ? '' : p.conditionality,
            p.commitment,
            p.denied ? 'denied' : '',
            this.words(p.span),
            this.when(p.held),
          ],
        ])
      case 'ceasefires':
        return a.ceasefires.map(c => [
          c.rule,
          [
            this.all(c.parties),
            `declared${this.when(c.declared)}`,
            `effective${this.when(c.effective)}`,
            `ended${this.when(c.ended)}`,
            c.endedBy ? `by ${this.name(c.endedBy)}` : '',
            c.duration ?? '',
            this.words(c.span),
          ],
        ])
      case 'allegations':
        return a.allegations.map(g => [
          g.rule,
          [this.name(g.accuser), '→', this.all(g.accused), g.of, g.count ?? '', g.response, this.words(g.span), this.when(g.when)],
        ])
      case 'figures':
        return a.figures.map(f => [
          f.rule,
          [
            this.words(f.span),
            f.class,
            `${String(f.low ?? '')}..${String(f.high ?? '')}`,
            f.bound,
            f.unit,
            f.lumps ? `lumps ${f.lumps.join('+')}` : '',
            f.provider ? `by ${this.name(f.provider)}` : '',
          ],
        ])
      case 'indicators':
        return a.indicators.map(i => [i.rule, [i.what, i.trend, i.state, i.place ? `at ${this.name(i.place)}` : '', this.words(i.span)]])
      case 'notes':
        return a.notes.map(n => [n.rule, [n.code, n.spans.map(span => this.words(span)).join(' ')]])
    }
  }
}
