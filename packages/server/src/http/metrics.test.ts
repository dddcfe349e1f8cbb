import { expect, test } from 'vitest'
import { testApp } from '../test-app.ts'
import { publicUrl } from '../test-member.ts'

type Sample = { name: string; labels: Record<string, string>; value: number }

/** Reads the text as Prometheus does (exposition format 0.0.4); a line it would refuse throws. */
function read(text: string): Sample[] {
  expect(text.endsWith('\n')).toBe(true)
  return text
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('# TYPE '))
    .map((line) => {
      const match = /^([a-zA-Z_:][\w:]*)(?:\{((?:[a-z]+="[^"\\\n]*",?)*)\})? (-?[\d.]+(?:e[+-]?\d+)?)$/.exec(
        line,
      )
      if (match === null) throw new Error(`Not a sample: ${line}`)
      const labels = [...(match[2] ?? '').matchAll(/([a-z]+)="([^"]*)"/g)]
      const named = Object.fromEntries(labels.map(([, name = '', value = '']) => [name, value]))
      return { name: match[1] ?? '', labels: named, value: Number(match[3]) }
    })
}

/** What was counted since; what is no count stays as it is. */
function since(before: Sample[], now: Sample[]): Sample[] {
  const keyOf = ({ name, labels }: Sample) => JSON.stringify([name, labels])
  const counts = before.filter(({ name }) => /_(?:total|count)$/.test(name))
  const earlier = new Map(counts.map((one) => [keyOf(one), one.value]))
  return now
    .map((one) => ({ ...one, value: one.value - (earlier.get(keyOf(one)) ?? 0) }))
    .filter(({ value }) => value > 0)
}

test('requests are counted by the pattern of their route, never by their path', async () => {
  await using app = await testApp()
  const scrape = () => app.hono.request(`${publicUrl}/metrics`)
  // The process counts from its start: other files of this worker did requests before.
  const before = read(await (await scrape()).text())
  const { link, relation } = await app.answer({ value: '8' })
  const noor = app.as(relation.by)
  await noor.request('GET', `/api/relations/${relation.id}`)
  await noor.request('GET', '/api/today')
  await noor.request('GET', '/api/no-such-thing')
  await app.as(null).request('GET', '/api/today')
  await app.as(null).request('GET', '/no/such/page.html"} 1\nweerklank_forged{a="')
  await link.get()
  const response = await scrape()
  expect(response.headers.get('content-type')).toMatch(/^text\/plain/)
  const samples = since(before, read(await response.text()))
  const requests = samples
    .filter((one) => one.name === 'weerklank_requests_total')
    .map(({ labels }) => `${labels.method} ${labels.route} ${labels.status}`)
  for (const expected of [
    ...[
      'POST /api/relations 200',
      'GET /api/relations/:relation 200',
      'GET /api/today 200',
      'GET /api/today 401',
    ],
    ...['POST /f/:token 200', 'GET /f/:token 200', 'GET /api/* 404', 'GET /* 404'],
  ]) {
    expect(requests).toContain(expected)
  }
  expect(requests.filter((one) => one.includes(relation.id) || one.includes(link.token))).toEqual([])
  const seconds = samples.filter((one) => one.name === 'weerklank_request_seconds_count')
  expect(seconds.find((one) => one.labels.route === '/f/:token')?.value).toBeGreaterThan(0)
  const refused = samples.find(
    (one) => one.name === 'weerklank_refusals_total' && one.labels.code === 'not-signed-in',
  )
  expect(refused?.value).toBeGreaterThan(0)
  expect(samples.find((one) => one.name === 'process_resident_memory_bytes')?.value).toBeGreaterThan(1e7)
})
