export { briefPage, matrixTable, reportKey } from './brief.ts'
export {
  allegationLine,
  ceasefireLine,
  doubtLine,
  figureLine,
  findingLine,
  indicatorLine,
  label,
  PROPOSAL_HEAD,
  proposalRow,
  shorten,
  statementLine,
  timelineLine,
  told,
  trackLine,
} from './lines.ts'
export { drawMarkdown, drawTerminal, type Block, type Line, type Piece, type Terminal } from './page.ts'
export { edtfWords, whenWords } from './when.ts'
