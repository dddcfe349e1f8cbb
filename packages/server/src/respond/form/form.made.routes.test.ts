/** Forms made at random, filled in page by page by a link, as a browser does it without script. */
import { importQuestionnaire } from '@weerklank/core/feedback/fhir.import'
import { maker } from '@weerklank/core/feedback/fhir.made.factory'
import { entryFor } from '@weerklank/core/feedback/fhir.made-answers.factory'
import { makeForm } from '@weerklank/core/feedback/fhir.made-form.factory'
import { chainsOf, readPath } from '@weerklank/core/feedback/form.change'
import { expect, test, vi } from 'vitest'
import { testApp } from '../../test-app.ts'
import { buildAskedForm, fieldsOf, pathsOn, stored } from './form.fixture.ts'

vi.setConfig({ testTimeout: 120_000 })

const pagesAtMost = 40

test.each([3, 14, 15, 92, 65, 358, 979, 323])(
  'a form that was made with %s is filled in and sent',
  async (seed) => {
    await using app = await testApp()
    const made = makeForm(seed, 4 + (seed % 20))
    const { link } = await buildAskedForm(app, { ...made.form, status: 'draft', copyright: undefined })
    const { model } = importQuestionnaire(JSON.stringify(made.form))
    if (model === null) throw new Error('It was brought in')
    const chains = chainsOf(model)
    const filledIn = (page: string) => {
      const all: Record<string, string | string[]> = {}
      for (const path of pathsOn(page)) {
        // The same answer each time, as somebody gives it.
        const at = readPath(path)?.item ?? -1
        const item = chains[at]?.at(-1)
        if (item === undefined) continue
        const { values, other, unit } = entryFor(maker(seed + at), item, made.samples)
        all[`a${path}`] = [...values]
        if (other !== undefined) all[`o${path}`] = other
        if (unit !== undefined) all[`u${path}`] = unit
      }
      return all
    }
    let page = await link.get()
    expect(page.status).toBe(200)
    const isLast = (text: string) => /value="?stuur"?/.test(text)
    for (let turn = 0; turn < pagesAtMost; turn += 1) {
      // To look it over, or the only page.
      const isOver = /name="?r"? value/.test(page.text)
      const deed = isLast(page.text) ? 'stuur' : 'verder'
      const reply = await link.post(fieldsOf(page.text, isOver ? {} : filledIn(page.text), deed))
      expect([200, 303, 422], reply.text.slice(0, 300)).toContain(reply.status)
      if ((await stored(app)).length > 0) break
      const to = reply.headers.get('location')
      page = to === null ? reply : await link.get({ query: new URL(to, 'http://x').search })
    }
    const [row] = await stored(app)
    expect(row?.status).toBe('completed')
    expect((await link.get()).text).toContain('antwoorden zijn binnen')
  },
)
