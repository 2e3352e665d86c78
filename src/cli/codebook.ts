import type { Command } from 'commander'
import * as z from 'zod'
import { ACTS, analysisSchema, FIGURE_CLASSES, ISSUES, NOTE_CODES, PLOVER } from '#model'
import { printJson, printPage, type Face } from './face.ts'
import { withExamples } from './options.ts'

interface Schema {
  readonly description?: string
  readonly type?: string
  readonly enum?: readonly unknown[]
  readonly const?: unknown
  readonly properties?: Readonly<Record<string, Schema>>
  readonly required?: readonly string[]
  readonly items?: Schema
  readonly anyOf?: readonly Schema[]
  readonly prefixItems?: readonly Schema[]
}

/** The nouns as JSON Schema, made from the very schemas that check them. */
export function jsonSchema(): object {
  return z.toJSONSchema(analysisSchema, { unrepresentable: 'any', reused: 'inline' })
}

/** Prints every field of every record with its values, or the JSON Schema. */
export function codebookCommand(program: Command, face: Face): void {
  withExamples(
    program
      .command('codebook')
      .description('every record, field and value, and what it means')
      .option('--json-schema', 'print the JSON Schema of one analysis'),
    'parley codebook',
    'parley codebook --json-schema > analysis.schema.json',
  ).action(async ({ jsonSchema: asSchema }: { jsonSchema?: true }) => {
    const schema = jsonSchema() as Schema
    if (asSchema) return printJson(face, schema)
    const words = [
      ['Issues', ISSUES],
      ['Acts', ACTS],
      ['PLOVER types', PLOVER],
      ['Figure classes', FIGURE_CLASSES],
      ['Note codes', NOTE_CODES],
    ] as const
    await printPage(face, [
      { kind: 'title', words: 'Codebook of one analysis' },
      ...Object.entries(schema.properties ?? {}).flatMap(([name, one]) => section(name, one)),
      ...words.flatMap(([heading, list]) => [
        { kind: 'heading' as const, words: heading },
        { kind: 'lines' as const, lines: [[list.join(', ')]] },
      ]),
    ])
  })
}

function section(name: string, one: Schema) {
  const item = one.items ?? one
  const fields = Object.entries(item.properties ?? {}).map(([field, schema]) => [
    { strong: field + (item.required?.includes(field) ? '' : '?') },
    `: ${typeWords(schema)}${schema.description === undefined ? '' : ` – ${schema.description}`}`,
  ])
  return [
    { kind: 'heading' as const, words: name },
    { kind: 'list' as const, lines: fields.length > 0 ? fields : [[typeWords(one)]] },
  ]
}

function typeWords(schema: Schema): string {
  if (schema.const !== undefined) return JSON.stringify(schema.const)
  if (schema.enum) return schema.enum.length > 12 ? `one of ${String(schema.enum.length)} words, below` : schema.enum.map(String).join(' | ')
  if (schema.prefixItems) return `[${schema.prefixItems.map(typeWords).join(', ')}]`
  if (schema.items) return `list of ${typeWords(schema.items)}`
  if (schema.anyOf) return schema.anyOf.map(typeWords).join(' or ')
  if (schema.properties) return `{ ${Object.keys(schema.properties).join(', ')} }`
  return schema.type ?? 'anything'
}
