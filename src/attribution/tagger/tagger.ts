import type { Reading } from '#model'
import type { Relation } from '../relate.ts'
import { findLandmarks } from './features.ts'
import { judgeScene, likelier } from './judge.ts'
import { readScene } from './offers.ts'
import { cutPieces, type Piece } from './piece.ts'
import { labelSheet, scoreUnits } from './score.ts'
import { layOut, type Strip } from './sheet.ts'
import { readWeights } from './weights.ts'

/**
 * How likely a relation must be right to be kept where as many are to be missed as are false: well below a half, since the odds are those of
 * the one best reading of a cue, and its rivals share what is left.
 */
export const EVEN = 0.34

/** Marks sources, cues and contents in one report. */
export class Tagger {
  private readonly reading: Reading
  private readonly weights = readWeights()

  constructor(reading: Reading) {
    this.reading = reading
  }

  /** The pieces in strips, each strip a sequence of its own, strip by strip; in the passages of the report where none are given. Linear in their length. */
  tag(strips?: readonly Strip[]): Piece[] {
    const sheet = layOut(this.reading, this.weights.lexicon, strips)
    return cutPieces(
      this.reading,
      sheet,
      labelSheet(sheet, one => scoreUnits(one, this.weights.first), this.weights.first.edges),
    )
  }

  /**
   * The relations in the report's passages that are right with at least this likelihood, in the order of their cues. Another reading of a cue
   * than that of the best labels must be ahead by `lead` in log odds. Linear in their length.
   */
  relate(least = EVEN, lead = 0): Relation[] {
    const { first, judge } = this.weights
    const sheet = layOut(this.reading, this.weights.lexicon)
    const marks = findLandmarks(sheet)
    const scene = readScene(this.reading, sheet, marks, scoreUnits(sheet, first, marks), first.edges)
    const odds = Math.log(least / (1 - least))
    return likelier(
      this.reading,
      judgeScene(scene, judge, lead).filter(one => one.odds > odds),
    ).map(one => this.withoutColon(one.offer.relation))
  }

  /** A colon behind the words of a cue is none of them: "said:". */
  private withoutColon(relation: Relation): Relation {
    const { cue } = relation
    const before = this.reading.tokens[(cue?.to ?? 0) - 2]
    if (!cue || !before || cue.to - cue.from < 2 || this.reading.tokens[cue.to - 1]?.text !== ':') return relation
    return { ...relation, cue: { ...cue, to: cue.to - 1, span: [cue.span[0], before.end] } }
  }
}
