import * as z from 'zod'
import { ENGINE, faultSchema } from '#model'
import { QUESTIONS, type Question } from './asks.ts'
import { addedSchema, addQuerySchema } from './adding.ts'

type Json = Record<string, unknown>

const SAMPLES: Readonly<Record<string, unknown>> = {
  q: 'ceasefire',
  from: '2025-03',
  to: '2025-05-12',
  at: '2025-05-12',
  against: '2025-03-01',
  limit: 50,
  per: 3,
  columns: 12,
  issue: 'CEASEFIRE',
  actors: 'Northland,Southland',
  issues: 'CEASEFIRE,AID_ACCESS',
  publisher: 'Example Wire',
  words: 'talks',
  sort: '-published',
  cursor: 'NTA',
  kind: 'statement',
  state: 'suggested',
  since: '2025-05-01',
  year: '2025',
}

function schemaOf(schema: z.ZodType, io: 'input' | 'output'): Json {
  const made = z.toJSONSchema(schema, { unrepresentable: 'any', io, reused: 'inline' }) as Json
  delete made.$schema
  return made
}

/** A sample of a JSON Schema: the first word of every enumeration, an item in every list. */
export function sampleOf(schema: Json, name = ''): unknown {
  if ('const' in schema) return schema.const
  if (Array.isArray(schema.enum)) return schema.enum[0]
  const either = (schema.anyOf ?? schema.oneOf) as Json[] | undefined
  if (either?.[0]) return sampleOf(either[0], name)
  if (schema.type === 'object')
    return Object.fromEntries(Object.entries((schema.properties ?? {}) as Record<string, Json>).map(([key, part]) => [key, sampleOf(part, key)]))
  if (schema.type === 'array') return sampleList(schema, name)
  if (schema.type === 'integer' || schema.type === 'number') return Math.max(1, Number(schema.minimum ?? 1))
  if (schema.type === 'boolean') return false
  return SAMPLES[name] ?? (name === 'id' ? '0123456789abcdef' : name)
}

function sampleList(schema: Json, name: string): unknown[] {
  const items = (schema.prefixItems ?? (schema.items ? [schema.items] : [])) as Json[]
  return items.map((item, index) => (item.type === 'integer' ? index * 12 : sampleOf(item, name)))
}

function parameters(query: z.ZodObject, path: string): Json[] {
  const { properties = {}, required = [] } = schemaOf(query, 'input') as { properties?: Record<string, Json>; required?: string[] }
  const asked = Object.entries(properties).map(([name, schema]) => ({
    name,
    in: 'query',
    required: required.includes(name),
    schema,
    ...(name in SAMPLES && { example: SAMPLES[name] }),
  }))
  const named = path.includes('{id}') ? [{ name: 'id', in: 'path', required: true, schema: { type: 'string' }, example: '0123456789abcdef' }] : []
  return [...named, ...asked]
}

const faults = { description: 'What was wrong, where, and what mends it', content: { 'application/json': { schema: { $ref: '#/components/schemas/Fault' } } } }

function operation(one: Question): Json {
  const schema = schemaOf(one.answer, 'output')
  return {
    get: {
      summary: one.about,
      operationId: one.path
        .replaceAll(/[^a-z]+/g, ' ')
        .trim()
        .replaceAll(' ', '-'),
      parameters: parameters(one.query, one.path),
      responses: { 200: { description: one.about, content: { 'application/json': { schema, example: sampleOf(schema) } } }, default: faults },
    },
  }
}

function adding(): Json {
  const schema = schemaOf(addedSchema, 'output')
  return {
    summary: 'Adds what one file holds; a line of JSON for every report, as it is done',
    operationId: 'add',
    parameters: parameters(addQuerySchema, ''),
    requestBody: { required: true, content: { 'application/octet-stream': { schema: { type: 'string', format: 'binary' } } } },
    responses: {
      200: {
        description: 'One line a report: added, already there, or failed with its reason',
        content: { 'application/x-ndjson': { schema, example: { source: 'report.txt', as: 'added', report: '0123', number: 1, records: 12 } } },
      },
      default: faults,
    },
  }
}

/** The OpenAPI document of the desk. */
export function openApi(): Json {
  const paths: Record<string, Json> = Object.fromEntries(QUESTIONS.map(one => [`/api${one.path}`, operation(one)]))
  paths['/api/reports'] = { ...paths['/api/reports'], post: adding() }
  const fault = {
    ...schemaOf(faultSchema, 'output'),
    example: { code: 'usage', message: 'limit must be at most 500', place: 'limit', mend: 'Ask for 500 or fewer' },
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Parley',
      version: ENGINE.split(' ')[1] ?? '',
      description:
        'Everything that may be asked of a case, and adding reports to it. Nothing here is simply true: every record cites its words and who reports it.',
    },
    security: [{ launch: [] }],
    paths,
    components: {
      schemas: { Fault: fault },
      securitySchemes: {
        launch: { type: 'http', scheme: 'bearer', description: 'The launch token that parley serve prints; the desk exchanges it for a cookie' },
      },
    },
  }
}
