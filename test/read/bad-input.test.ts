import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readInputs, type Input } from '#read'

let folder = ''
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'parley-read-'))
})
afterAll(() => {
  rmSync(folder, { recursive: true })
})

async function read(name: string, content: string | Uint8Array, others: Readonly<Record<string, string>> = {}): Promise<Input[]> {
  const path = join(folder, name)
  writeFileSync(path, content)
  for (const [other, text] of Object.entries(others)) writeFileSync(join(folder, other), text)
  return collect(readInputs([path]))
}

async function collect(inputs: AsyncIterable<Input>): Promise<Input[]> {
  const all: Input[] = []
  for await (const input of inputs) all.push(input)
  return all
}

const fault = (input: Input | undefined): string => (input && 'error' in input ? input.error.code : 'none')
const repairs = (input: Input | undefined): string[] => (input && 'report' in input ? (input.report.repairs ?? []).map(one => one.what) : ['no report'])

describe('one bad input is one clear error', () => {
  test.each<[string, string, string | Uint8Array]>([
    ['an empty file', 'empty', ''],
    ['white space alone', 'empty', ' \n\t\n'],
    ['bytes that are no text', 'binary', Uint8Array.from({ length: 4000 }, (_, at) => (at * 7) % 31)],
    ['a PDF', 'format', '%PDF-1.7 …'],
    ['a packed file', 'format', Uint8Array.from([0x50, 0x4b, 3, 4, 0, 0])],
    ['bytes that are not UTF-8', 'not-utf8', Uint8Array.from([84, 97, 108, 107, 115, 32, 0xe9, 116, 101])],
    ['a text of 6 MB', 'too-long', 'talks '.repeat(1_000_000)],
    ['front matter that is no YAML', 'bad-meta', '---\nheadline: [open\n---\nTalks opened.'],
  ])('%s', async (_name, code, content) => {
    const [input, ...rest] = await read('one.txt', content)
    expect(rest).toEqual([])
    expect(fault(input)).toBe(code)
    expect(input && 'error' in input && [input.error.message, input.error.place, input.error.mend].every(Boolean)).toBe(true)
  })

  test('a byte that is not UTF-8 is named', async () => {
    const [input] = await read('one.txt', Uint8Array.from([84, 97, 108, 107, 115, 32, 0xe9, 116, 101]))
    expect(input && 'error' in input && input.error.message).toBe('This is not UTF-8: byte 6 fits no character.')
  })

  test('a missing file, and the run goes on with the rest', async () => {
    writeFileSync(join(folder, 'good.txt'), 'Talks opened on Monday.')
    const inputs = await collect(readInputs([join(folder, 'gone.txt'), join(folder, 'good.txt')]))
    expect(inputs.map(fault)).toEqual(['not-found', 'none'])
  })

  test('a meta file that is no JSON', async () => {
    const [input] = await read('meta.txt', 'Talks opened.', { 'meta.meta.json': '{' })
    expect(fault(input)).toBe('bad-meta')
    expect(input && 'error' in input && input.error.place.endsWith('meta.meta.json')).toBe(true)
  })

  test('a broken line among lines, a line that is no object, one without text', async () => {
    const lines = [
      '{"id":"a","text":"Talks opened."}',
      '{"id":"b","text":',
      '[1]',
      '{"id":"c"}',
      '',
      '{"id":"d","text":" "}',
      '{"id":"e","text":"They closed."}',
    ]
    const inputs = await read('lines.jsonl', lines.join('\n'))
    expect(inputs.map(fault)).toEqual(['none', 'bad-line', 'bad-line', 'bad-line', 'empty', 'none'])
    expect(inputs[3]?.source.endsWith('lines.jsonl:4')).toBe(true)
  })

  test('an id given twice: both are read, the second says so', async () => {
    const inputs = await read('twice.jsonl', '{"id":"a","text":"Talks opened."}\n{"id":"a","text":"They closed."}\n')
    expect(inputs.map(fault)).toEqual(['none', 'none'])
    expect(repairs(inputs[1])).toEqual(['id a was given to an earlier line too'])
  })

  test('a line over the limit is refused, the next is read', async () => {
    const inputs = await read('long.jsonl', `${JSON.stringify({ id: 'a', text: 'x'.repeat(5_000_001) })}\n{"id":"b","text":"Talks opened."}\n`)
    expect(inputs.map(fault)).toEqual(['too-long', 'none'])
  })
})

describe('what is odd is taken and told', () => {
  test('a date in no known form is kept as undated', async () => {
    const [input] = await read('date.jsonl', '{"text":"Talks opened.","published":"04/05/2019"}')
    expect(input && 'report' in input && input.report.published).toBeUndefined()
    expect(repairs(input)).toEqual(['publication date “04/05/2019” not understood: taken as undated'])
  })
  test('no date at all is no fault', async () => {
    const [input] = await read('nodate.txt', 'Talks opened on Monday.')
    expect(input && 'report' in input && [input.report.published, input.report.publisher]).toEqual([undefined, null])
  })
  test('NUL bytes in a text become spaces', async () => {
    const [input] = await read('nul.txt', `Talks ${'opened on Monday in the old town. '.repeat(5)}\u0000 They closed.`)
    expect(repairs(input)).toEqual(['1 control characters replaced by a space'])
  })
  test('right-to-left text and emoji are taken in whole', async () => {
    const [input] = await read('rtl.txt', 'قال المتحدث إن المحادثات ستستأنف يوم الأحد. 🕊️')
    expect(input && 'report' in input && [input.report.language, input.report.text]).toEqual(['ar', 'قال المتحدث إن المحادثات ستستأنف يوم الأحد. 🕊️'])
    expect(repairs(input)).toEqual(['language ar: taken in whole, not analysed'])
  })
  test('HTML: scripts are not read, metadata is', async () => {
    const page = `<!doctype html><html><head><title>x</title><meta property="og:site_name" content="Delta Courier">
      <script type="application/ld+json">{"@type":"NewsArticle","headline":"Talks open","datePublished":"2031-03-04T10:00:00Z","publisher":{"name":"Delta Courier Online"}}</script>
      <script>document.write('evil')</script></head><body><nav>Menu</nav><article><h1>Talks open</h1><p>${'The envoys met again in the customs house and stayed late. '.repeat(6)}</p><p>They will return.</p><script>alert(1)</script></article></body></html>`
    const [input] = await read('page.html', page)
    const report = input && 'report' in input ? input.report : undefined
    expect([report?.publisher, report?.published, report?.headline]).toEqual(['Delta Courier Online', '2031-03-04', 'Talks open'])
    expect(report?.text).toContain('They will return.')
    expect(report?.text).not.toMatch(/evil|alert/)
  })
  test('a broken page still gives its words', async () => {
    const [input] = await read('broken.html', '<html><body><p>Talks <b>opened<p>They closed</html')
    expect(input && 'report' in input && input.report.text).toMatch(/Talks opened/)
  })
})

describe('what lies beside and inside a file', () => {
  test('front matter, meta file, defaults marked as assumed', async () => {
    const [front] = await read('front.md', '---\npublisher: River Wire\ndate: 2031-03-04\n---\n# Talks open\n\nThe *envoys* met [again](http://example.org).\n')
    const report = front && 'report' in front ? front.report : undefined
    expect([report?.publisher, report?.published, report?.publishedKnown, report?.headline, report?.text]).toEqual([
      'River Wire',
      '2031-03-04',
      'stated',
      'Talks open',
      'Talks open\nThe envoys met again.',
    ])
    const [meta] = await read('beside.txt', 'Talks opened.', { 'beside.meta.json': '{"publisher":"River Wire","published":"2031-03-05"}' })
    expect(meta && 'report' in meta && meta.report.published).toBe('2031-03-05')
    const [assumed] = await collect(readInputs([join(folder, 'nodate.txt')], { published: '2031-03-06', publisher: 'River Wire' }))
    expect(assumed && 'report' in assumed && [assumed.report.published, assumed.report.publishedKnown]).toEqual(['2031-03-06', 'assumed'])
  })
  test('outlets are folded by rows and the folding is kept', async () => {
    const [input] = await read('fold.jsonl', '{"text":"Talks opened.","outlet":"Fox Online News"}')
    expect(input && 'report' in input && [input.report.publisher, input.report.publisherAsGiven]).toEqual(['Fox News', 'Fox Online News'])
  })
  test('a folder gives its readable files by name', async () => {
    mkdirSync(join(folder, 'many'), { recursive: true })
    for (const name of ['b.txt', 'a.md', 'c.png']) writeFileSync(join(folder, 'many', name), 'Talks opened.')
    const inputs = await collect(readInputs([join(folder, 'many')]))
    expect(inputs.map(input => input.source.split('/').at(-1))).toEqual(['a.md', 'b.txt'])
  })
  test('standard input: text, or lines where it begins with a brace', async () => {
    const text = await collect(readInputs(['-'], { publisher: 'River Wire' }, Readable.from([Buffer.from('Talks opened.')])))
    expect(text[0] && 'report' in text[0] && text[0].report.publisher).toBe('River Wire')
    const lines = await collect(
      readInputs(['-'], {}, Readable.from([Buffer.from('{"id":"a","text":"Talks'), Buffer.from(' opened."}\n{"id":"b","text":"x"}\n')])),
    )
    expect(lines.map(input => 'report' in input && input.report.key)).toEqual(['a', 'b'])
  })
})
