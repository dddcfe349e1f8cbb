/**
 * A text of 200 pages in a real browser: opening, scrolling, coding by mouse and by keyboard, renaming a code that stands
 * everywhere. What is measured are long tasks: how long the page could not listen. Alone: `node bench/coding.ts`.
 */
import { spawnSync } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { availableParallelism, loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { chromium, type Page } from '@playwright/test'
import { findBrowser, thisMachine } from '../scripts/browser.ts'
import { serve } from './server.ts'

const program = fileURLToPath(new URL('../packages/server/bin/weerklank.js', import.meta.url))

/** 2,000 passages of 45 words: what fills 200 pages of 450 words. */
const passageCount = 2_000
const sentences = [
  'Wij zaten samen aan tafel en niemand begon.',
  'Niemand vroeg mij wat ik ervan vond, terwijl ik er elke week bij zat.',
  'Dat was een goede dag, want toen mocht ik zelf kiezen.',
  'Later hebben we er nog eens over gepraat met zijn allen.',
  'Toen ging het bellen vanzelf.',
  'Ik zag dat het haar raakte, en ik zei er niets over.',
]
const bodyOf = (n: number) =>
  `${[0, 1, 2, 3].map((step) => sentences[(n * 5 + step * 7) % sentences.length]).join(' ')} Dit was stuk ${n + 1}.`

type Measured = { tasks: number; longestMs: number }

/** What long tasks (over 50 ms) each part of the work gave. */
export async function codingInBrowser(): Promise<Record<string, Measured>> {
  const dataDir = mkdtempSync(join(tmpdir(), 'weerklank-bench-coding-'))
  try {
    spawnSync(process.execPath, [program, 'demo', '--data', dataDir], { stdio: 'inherit' })
    const served = await serve(dataDir)
    try {
      return await measured(served.url, served.signIn['Noor Bakker'] ?? '')
    } finally {
      await served.stop()
    }
  } finally {
    rmSync(dataDir, { recursive: true, force: true })
  }
}

async function measured(url: string, signIn: string): Promise<Record<string, Measured>> {
  const args = process.getuid?.() === 0 ? ['--no-sandbox'] : []
  const browser = await chromium.launch({
    executablePath: findBrowser(thisMachine(chromium.executablePath())).path,
    args,
  })
  try {
    const page = await browser.newPage({ viewport: { width: 1280, height: 800 }, locale: 'nl-NL' })
    await page.goto(signIn)
    const address = await fill(page)
    await page.addInitScript(watchLongTasks)
    return await steps(page, `${url}${address}`)
  } finally {
    await browser.close()
  }
}

async function steps(page: Page, address: string): Promise<Record<string, Measured>> {
  const open = async () => {
    await page.goto(address)
    await page.getByText(`Dit was stuk ${passageCount}.`).waitFor({ state: 'attached', timeout: 120_000 })
  }
  return {
    open: await during(page, open),
    scroll: await during(page, () => scrollThrough(page)),
    'code by mouse, 10 times': await during(page, () => times(10, (n) => byMouse(page, n))),
    'code by keyboard, 10 times': await during(page, () => byKeyboard(page)),
    'rename a code with 400 quotes': await during(page, () => rename(page)),
  }
}

/** Puts the durations of long tasks where `during` finds them. Runs in the page. */
function watchLongTasks(): void {
  const found: number[] = []
  Object.assign(window, { longTasks: found })
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) found.push(duration)
  }).observe({ type: 'longtask', buffered: true })
}

async function during(page: Page, work: () => Promise<void>): Promise<Measured> {
  await work()
  // What the last step set off belongs to it.
  await page.waitForTimeout(1_500)
  const tasks = await page.evaluate(() => {
    const page = window as unknown as { longTasks: number[]; measuredUntil?: number }
    const fresh = page.longTasks.slice(page.measuredUntil ?? 0)
    page.measuredUntil = page.longTasks.length
    return fresh
  })
  return { tasks: tasks.length, longestMs: Math.round(Math.max(0, ...tasks)) }
}

type Send = (method: string, path: string, body: unknown) => Promise<void>

/** Through the door that every program uses. */
function sender(page: Page): Send {
  return (method: string, path: string, body: unknown) =>
    page.evaluate(
      async ([how, where, what]) => {
        const headers = { 'content-type': 'application/json', 'x-weerklank': '1' }
        const answer = await fetch(where, { method: how, headers, body: what })
        if (!answer.ok) throw new Error(`${where}: ${answer.status} ${await answer.text()}`)
      },
      [method, path, JSON.stringify(body)] as const,
    )
}

/** A text, five codes and 2,000 codings; answers where it is read. */
async function fill(page: Page): Promise<string> {
  const send = sender(page)
  const [analysis, document] = [randomUUID(), randomUUID()]
  const sources = { meetings: [], relations: [], kinds: [] }
  const start = {
    id: analysis,
    title: 'Tweehonderd bladzijden',
    question: '',
    sources,
    codebooks: [],
    language: 'nl',
  }
  await send('POST', '/api/analyses', start)
  const passages = Array.from({ length: passageCount }, (_, n) => {
    const voice = (['mother', 'youth', 'professional', 'kin'] as const)[n % 4]
    return { id: randomUUID(), person: null, voice, role: null, speaker: `Spreker ${n % 7}`, body: bodyOf(n) }
  })
  const at = '2026-11-01T10:00:00Z'
  await send('POST', `/api/analyses/${analysis}/documents`, {
    id: document,
    title: 'Verslag',
    source: 'import',
    at,
    passages,
  })
  const words = { definition: '', include: '', exclude: '', example: '', colour: '#2d5aa0', parent: null }
  const codes = ['Buiten staan', 'Zelf kiezen', 'Wie belt wie', 'Vragen', 'Tijd'].map((name) => ({
    ...words,
    id: randomUUID(),
    name,
  }))
  const deed = (change: unknown) =>
    send('POST', `/api/analyses/${analysis}/deeds`, { id: randomUUID(), change })
  await deed({ kind: 'add-codes', codes })
  const codings = passages.map(({ id }, n) => ({
    ...{ id: randomUUID(), passage: id, code: codes[n % codes.length]?.id, weight: null },
    ...{ start: 4, end: 30 + (n % 9) },
  }))
  await deed({ kind: 'add-codings', codings })
  return `/duiden/${analysis}?tekst=${document}`
}

async function times(count: number, work: (n: number) => Promise<void>): Promise<void> {
  for (let n = 0; n < count; n += 1) await work(n)
}

async function scrollThrough(page: Page): Promise<void> {
  await page.mouse.move(500, 500)
  await times(120, async () => {
    await page.mouse.wheel(0, 2_500)
    await page.waitForTimeout(30)
  })
  await page.evaluate(() => window.scrollTo(0, document.body.scrollHeight))
  await page.waitForTimeout(300)
  await page.evaluate(() => window.scrollTo(0, document.body.scrollHeight / 2))
}

async function byMouse(page: Page, n: number): Promise<void> {
  const words = page.getByText(`Dit was stuk ${n * 190 + 7}.`)
  await words.scrollIntoViewIfNeeded()
  const box = await words.boundingBox()
  if (box === null) throw new Error('The words are not on the page')
  await page.mouse.move(box.x + 4, box.y + 14)
  await page.mouse.down()
  await page.mouse.move(box.x + 220, box.y + 14, { steps: 5 })
  await page.mouse.up()
  await page.getByRole('combobox', { name: 'Zoek een thema of typ een nieuw' }).fill('kiezen')
  await page.keyboard.press('Enter')
  await page.waitForTimeout(150)
}

async function byKeyboard(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Kiezen met toetsenbord' }).press('Enter')
  await times(10, async () => {
    for (const key of [
      'PageDown',
      'ArrowDown',
      'Shift+ArrowRight',
      'Shift+ArrowDown',
      't',
      'i',
      'j',
      'd',
      'Enter',
    ]) {
      await page.keyboard.press(key)
      await page.waitForTimeout(30)
    }
  })
}

async function rename(page: Page): Promise<void> {
  const tree = page.getByRole('complementary', { name: 'Thema’s' })
  await tree.getByRole('button', { name: /Buiten staan/ }).click()
  await page.getByRole('button', { name: 'Wijzig' }).click()
  await page.getByLabel('Naam').fill('Erbuiten staan')
  await page.getByRole('button', { name: 'Bewaar het thema' }).click()
  await tree
    .getByRole('button', { name: /Erbuiten staan/ })
    .first()
    .waitFor()
}

if (import.meta.main) {
  const rows = await codingInBrowser()
  for (const [name, value] of Object.entries(rows)) console.log(`${name.padEnd(40)}${JSON.stringify(value)}`)
  const longest = Math.max(...Object.values(rows).map(({ longestMs }) => longestMs))
  console.log(`${'longest of all, ms (bar: 100)'.padEnd(40)}${longest}`)
  // A long task is measured by the clock: what other programs take of the cores lengthens it.
  console.log(
    `${'programs that wanted a core, of cores'.padEnd(40)}${loadavg()[0]?.toFixed(1)} of ${availableParallelism()}`,
  )
  if (longest > 100) process.exitCode = 1
}
