/**
 * Trains the tagger of src/attribution on PolNeAR's train part and writes data/weights/attribution.bin: `npm run train`. Same bytes each time.
 * The judge of relations learns from what a tagger offers that was trained without the paper at hand.
 */
import { mkdirSync, writeFileSync } from 'node:fs'
import { readPapers, type Paper } from '../gold/polnear.ts'
import { findLandmarks } from '../src/attribution/tagger/features.ts'
import { readScene } from '../src/attribution/tagger/offers.ts'
import { scoreUnits } from '../src/attribution/tagger/score.ts'
import { layOut, type Lexicon } from '../src/attribution/tagger/sheet.ts'
import { packWeights, toPass, type RawPass } from '../src/attribution/tagger/weights.ts'
import { Crf } from './train/crf.ts'
import { learnJudge, seePaper, type Seen } from './train/judge.ts'
import { packPass } from './train/pack.ts'
import { countWords, Dictionary, hashAll, labelUnits, layOutAll, toExamples } from './train/prepare.ts'

const LEARNING = { rounds: 4, rate: 0.03, l1: 3, l2: 10 }
const SEEDS = [12345, 67890, 24680]
const MOST = 330_000
const PARTS = 4

function learnFirst(what: string, papers: readonly Paper[], seeds: readonly number[]): { lexicon: Lexicon; first: RawPass } {
  const lexicon = countWords(papers)
  const sheets = layOutAll(papers, lexicon)
  const labels = papers.map((paper, i) => labelUnits(paper, sheets[i] ?? (sheets[0] as never)))
  const hashed = hashAll(sheets)
  const dictionary = new Dictionary(hashed.hashes, 3)
  const examples = toExamples(sheets, labels, hashed, dictionary)
  const crf = new Crf(dictionary.size, { ...LEARNING, seeds })
  crf.learn(examples, (round, loss) => console.log(`${what}, round ${String(round + 1)}: loss ${loss.toFixed(0)}`))
  return { lexicon, first: packPass(crf, dictionary, examples.features, MOST) }
}

/** The papers of one part as a tagger sees them that was trained on the others. */
function seePart(papers: readonly Paper[], part: number): Seen[] {
  const isHere = (_: Paper, i: number): boolean => i % PARTS === part
  const others = papers.filter((paper, i) => !isHere(paper, i))
  const { lexicon, first } = learnFirst(`tagger without part ${String(part + 1)}`, others, SEEDS.slice(0, 1))
  const pass = toPass(first)
  return papers.filter(isHere).map(paper => {
    const sheet = layOut(paper.reading, lexicon)
    const marks = findLandmarks(sheet)
    return seePaper(paper, readScene(paper.reading, sheet, marks, scoreUnits(sheet, pass, marks), pass.edges), part)
  })
}

const papers = readPapers('train')
const judge = learnJudge(Array.from({ length: PARTS }, (_, part) => seePart(papers, part)).flat(), PARTS)
const { lexicon, first } = learnFirst('tagger', papers, SEEDS)
const bytes = packWeights(lexicon, first, judge)
const file = new URL('../data/weights/attribution.bin', import.meta.url)
mkdirSync(new URL('.', file), { recursive: true })
writeFileSync(file, bytes)
console.log(`${String(bytes.length)} bytes`)
