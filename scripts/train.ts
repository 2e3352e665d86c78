/** Trains the tagger of src/attribution on PolNeAR's train part and writes data/weights/attribution.bin: `npm run train`. Same bytes each time. */
import { mkdirSync, writeFileSync } from 'node:fs'
import { readPapers } from '../gold/polnear.ts'
import { packWeights } from '../src/attribution/tagger/weights.ts'
import { Crf } from './train/crf.ts'
import { packPass } from './train/pack.ts'
import { countWords, Dictionary, hashAll, labelUnits, layOutAll, toExamples } from './train/prepare.ts'

const LEARNING = { rounds: 4, rate: 0.03, l1: 3, l2: 10, seeds: [12345, 67890, 24680] }
const MOST = 330_000

const papers = readPapers('train')
const lexicon = countWords(papers)
const sheets = layOutAll(papers, lexicon)
const labels = papers.map((paper, i) => labelUnits(paper, sheets[i] ?? (sheets[0] as never)))
const hashed = hashAll(sheets)
const dictionary = new Dictionary(hashed.hashes, 3)
const examples = toExamples(sheets, labels, hashed, dictionary)
const crf = new Crf(dictionary.size, LEARNING)
crf.learn(examples, (round, loss) => console.log(`round ${String(round + 1)}: loss ${loss.toFixed(0)}`))
const bytes = packWeights(lexicon, packPass(crf, dictionary, examples.features, MOST))
const file = new URL('../data/weights/attribution.bin', import.meta.url)
mkdirSync(new URL('.', file), { recursive: true })
writeFileSync(file, bytes)
console.log(`${String(bytes.length)} bytes`)
