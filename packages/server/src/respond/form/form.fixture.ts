/** A form that was brought in, published and asked of somebody. */
import { readdirSync } from 'node:fs'
import { formEndpoints } from '@weerklank/core/feedback/form.contract'
import { formInvitationEndpoints } from '@weerklank/core/feedback/form-invitation.contract'
import type { FormId, FormInvitationId } from '@weerklank/core/shared/ids'
import { asMaintenance } from '../../db/maintenance.ts'
import { realForm } from '../../fhir/fhir.fixture.ts'
import type { TestApp } from '../../test-app.ts'
import { buildRelation } from '../../test-factories.ts'
import { byLink } from '../../test-link.ts'
import type { Person } from '../../test-member.ts'

/** Brings a form in as FHIR, and publishes it. */
export async function buildForm(app: TestApp, by: Person, resource: object): Promise<FormId> {
  const questionnaire = { resourceType: 'Questionnaire', status: 'draft', ...resource }
  const brought = await app
    .as(by)
    .call(formEndpoints.bring, { body: { text: JSON.stringify(questionnaire) } })
  const form = brought.kept ? brought.forms[0]?.id : undefined
  if (form === undefined) throw new Error(JSON.stringify(brought))
  const { revision, version } = await app.as(by).call(formEndpoints.form, { params: { form } })
  const params = { form, version: String(version) } as never
  await app.as(by).call(formEndpoints.setStatus, { params, body: { status: 'published', revision } })
  return form
}

/** A collaboration in which the client is asked to fill in a form. */
export async function buildAskedForm(app: TestApp, resource: object) {
  const relation = await buildRelation(app)
  const { by, client } = relation
  const form = await buildForm(app, by, resource)
  const id = app.world.newId<FormInvitationId>()
  const body = { id, participant: client.id, form }
  const made = await app
    .as(by)
    .call(formInvitationEndpoints.askForm, { params: { relation: relation.id }, body })
  return { relation, by, client, form, invitation: made, url: made.url, link: byLink(app, made.url) }
}

/** The paths of the questions on a page, in its order. */
export const pathsOn = (page: string): string[] =>
  Array.from(page.matchAll(/name="?t"? value="?([\d_]+)/g), ([, path = '']) => path)

/** What a browser sends of a page: which questions were on it, and what was filled in. */
export function fieldsOf(
  page: string,
  filled: Record<string, string | string[]>,
  deed = 'verder',
): [string, string][] {
  const hidden = (name: string) => new RegExp(`name="?${name}"? value="?([^">]*)`).exec(page)?.[1]
  const kept = ['deel', 'lang', 'r'].flatMap((name): [string, string][] => {
    const value = hidden(name)
    return value === undefined ? [] : [[name, value]]
  })
  const shown = openPathsOn(page).map((path): [string, string] => ['t', path])
  const own = Object.entries(filled).flatMap(([name, value]) =>
    [value].flat().map((one): [string, string] => [name, one]),
  )
  return [...kept, ...shown, ...own, ['ga', deed]]
}

/** Without those that are shut until an answer opens them. */
function openPathsOn(page: string): string[] {
  const found: string[] = []
  const around: boolean[] = []
  for (const [mark, path] of page.matchAll(/<fieldset[^>]*>|<\/fieldset>|name="?t"? value="?([\d_]+)/g)) {
    if (mark.startsWith('<fieldset')) around.push(/ disabled>$/.test(mark))
    else if (mark === '</fieldset>') around.pop()
    else if (path !== undefined && !around.includes(true)) found.push(path)
  }
  return found
}

const folder = new URL('../../../../../../shared/fixtures/fhir/', import.meta.url)

/** The real forms beside the project, by name. */
export const realForms = (): [name: string, resource: Record<string, unknown>][] =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .map((name) => [name, realForm(name)])

export const yes = { linkId: 'sleep', type: 'boolean', text: 'Slaapt u goed?' }
const page = (extension: string) => [
  {
    url: 'http://hl7.org/fhir/StructureDefinition/questionnaire-itemControl',
    valueCodeableConcept: { coding: [{ code: extension }] },
  },
]
export const twoParts = {
  title: 'Hoe gaat het?',
  item: [
    {
      linkId: 'a',
      type: 'group',
      text: 'Slapen',
      extension: page('page'),
      item: [yes, { linkId: 'hours', type: 'integer', text: 'Hoeveel uur?', required: true }],
    },
    {
      linkId: 'b',
      type: 'group',
      text: 'Eten',
      extension: page('page'),
      item: [{ linkId: 'food', type: 'string', text: 'Wat eet u graag?' }],
    },
  ],
}

/** What was sent in, here. */
export const stored = (app: TestApp) =>
  asMaintenance(app.owner, (trx) =>
    trx.selectFrom('form_response').selectAll().where('workspace_id', '=', app.workspace).execute(),
  )
/** What is half filled in, here. */
export const drafts = (app: TestApp) =>
  asMaintenance(app.owner, (trx) =>
    trx.selectFrom('form_draft').selectAll().where('workspace_id', '=', app.workspace).execute(),
  )
