export { run } from './program.ts'
export { terminalFace, type Face } from './face.ts'
export { jsonSchema } from './codebook.ts'
