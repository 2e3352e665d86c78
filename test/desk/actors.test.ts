/// <reference lib="dom" />
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { MergedActor } from '#model'
import { CHROMIUM, makeCase, reportsOf, settled, startDesk, violations, type Desk } from './harness.ts'

const given = (published: string, text: string): { publisher: string; published: string; text: string } => ({ publisher: 'Strait Herald', published, text })

/** A minister who becomes premier, once named by surname alone; and two of one surname, who cannot be told apart where only it is given. */
const REPORTS = [
  given('2031-03-01', 'The foreign minister, Ilya Dorn, spoke on Saturday. Dorn said that the quay was closed.'),
  given('2031-04-02', 'The foreign minister, Ilya Dorn, spoke on Wednesday. Dorn said that the quay was still closed.'),
  given('2031-05-01', 'The prime minister, Ilya Dorn, spoke on Thursday. Dorn said that the quay was open.'),
  given('2031-05-04', 'Ships waited at the quay. Dorn said on Sunday that the pilots were paid.'),
  given('2031-05-05', 'The harbour master, Pavel Brandt, said on Monday that the lock was full.'),
  given('2031-05-06', 'The envoy, Greta Brandt, said on Tuesday that the lock was empty.'),
  given('2031-05-07', 'Ships waited at the lock. Brandt said on Wednesday that it would be mended.'),
]

let made: Awaited<ReturnType<typeof makeCase>>
let actors: readonly MergedActor[]
const actor = (name: string): MergedActor => {
  const found = actors.find(one => one.name === name)
  if (!found) throw new Error(`no actor ${name} among ${actors.map(one => one.name).join(', ')}`)
  return found
}
beforeAll(async () => {
  made = await makeCase(reportsOf(REPORTS), 'quay')
  actors = (await made.held.ask.merges({ limit: 200 })).items
}, 60_000)
afterAll(() => made.remove())

test('a role is cited where the first report gives it and where the last does', async () => {
  const minister = actor('Ilya Dorn').roles.find(one => one.title.toLowerCase().includes('foreign minister'))
  expect(minister).toMatchObject({ first: '2031-03-01', last: '2031-04-02', reports: 2 })
  expect(minister?.cites.map(cite => cite.published)).toEqual(['2031-03-01', '2031-04-02'])
  for (const { report, span, words } of minister?.cites ?? []) {
    expect((await made.held.ask.report(report))?.analysis.report.text.slice(...span)).toBe(words)
    expect(words.toLowerCase()).toContain('foreign minister')
  }
  expect(actor('Ilya Dorn').roles.find(one => one.title.toLowerCase().includes('prime minister'))?.cites).toHaveLength(1)
})

describe.skipIf(CHROMIUM === undefined)('the actors of a case (needs Chromium)', () => {
  let desk: Desk
  let seat: Awaited<ReturnType<Desk['open']>>
  beforeAll(async () => {
    desk = await startDesk(made.held)
    seat = await desk.open()
  }, 60_000)
  afterAll(async () => {
    expect(seat.problems).toEqual([])
    await seat.context.close()
    await desk.close()
  })
  const open = async (path: string): Promise<void> => {
    await seat.page.goto(new URL(path, desk.serving.url).href)
    await settled(seat.page)
  }
  const row = (name: string) => seat.page.locator('.actor').filter({ has: seat.page.locator('h2', { hasText: name }) })

  test('are one link away from the sources, by keyboard', async () => {
    await open('/sources')
    await seat.page.locator('main .bar a', { hasText: 'Actors' }).focus()
    await seat.page.keyboard.press('Enter')
    await seat.page.waitForSelector('.actor')
    expect(await seat.page.locator('h1').innerText()).toBe('Who is who')
    expect(await seat.page.locator('.rows > li').first().getAttribute('aria-setsize')).toBe(String(actors.length))
  })
  test('a proposed merge stands with its reason, and each name leads to its sentences', async () => {
    await open('/sources?show=actors')
    const merged = row('Ilya Dorn').locator('.merged li')
    expect(await merged.count()).toBe(actor('Ilya Dorn').merged.length)
    expect(await merged.first().innerText()).toMatch(/^Dorn 1\s+nobody else in the case bears the name/)
    await merged.first().locator('a').focus()
    await seat.page.keyboard.press('Enter')
    await seat.page.waitForSelector('.hit')
    expect(await seat.page.locator('.hit').count()).toBeGreaterThan(0)
    for (const text of await seat.page.locator('.hit').allInnerTexts()) expect(text).toContain('Dorn')
  })
  test('homonyms stand apart with theirs, in the rows of all whom the name may mean', async () => {
    await open('/sources?show=actors&words=Brandt')
    for (const name of ['Pavel Brandt', 'Greta Brandt']) {
      const apart = row(name).locator('.apart li')
      expect(await apart.count()).toBe(1)
      expect(await apart.innerText()).toMatch(/^Brandt 1\s+borne by .*Brandt, .*Brandt/)
      expect(await row(name).locator('.merged li').count()).toBe(0)
    }
  })
  test('a role stands with its first and last day, and leads to the sentence of each', async () => {
    await open('/sources?show=actors')
    const role = row('Ilya Dorn').locator('.roles li', { hasText: 'foreign minister' })
    expect(await role.innerText()).toMatch(/1 March 2031 – 2 April 2031/)
    expect(await role.locator('.cite').count()).toBe(2)
    await role.locator('.cite').last().focus()
    await seat.page.keyboard.press('Enter')
    await seat.page.waitForSelector('.report .here')
    expect(new URL(seat.page.url()).pathname).toBe(
      `/reports/${
        actor('Ilya Dorn')
          .roles.flatMap(one => one.cites)
          .find(one => one.published === '2031-04-02')?.report ?? ''
      }`,
    )
    expect((await seat.page.locator('.here').allInnerTexts()).join('').toLowerCase()).toContain('foreign minister')
  })
  test('a name that nobody has leaves the list empty, with the way back', async () => {
    await open('/sources?show=actors&words=Nobody')
    await seat.page.waitForSelector('.empty')
    await seat.page.locator('.empty a').click()
    await seat.page.waitForSelector('.actor')
  })
  test('no violation, in both directions, of both looks', async () => {
    for (const lang of ['en', 'ar']) {
      const other = await desk.open({}, lang)
      await other.page.goto(new URL('/sources?show=actors', desk.serving.url).href)
      await settled(other.page)
      await other.page.waitForSelector('.actor')
      expect(await violations(other.page)).toEqual([])
      await other.page.emulateMedia({ colorScheme: 'dark' })
      expect(await violations(other.page, ['color-contrast', 'link-in-text-block'])).toEqual([])
      expect(other.problems).toEqual([])
      await other.context.close()
    }
  }, 60_000)
})
