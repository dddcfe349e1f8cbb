import { AppError } from '@weerklank/core/shared/errors'
import type { Hono } from 'hono'
import { type BundleDeps, bringBundle, serveBundles } from './bundle.routes.ts'
import { capabilityStatement, reportDefinition } from './capability.ts'
import { refusal, sendResource, wantedVersion } from './fhir.http.ts'
import { serveQuestionnaires } from './questionnaire.routes.ts'
import { serveResponses } from './response.routes.ts'

/** What can be done at an address, for who tries something else. */
const allowed = [
  [/^$/, 'POST'],
  [/^metadata$/, 'GET'],
  [/^Questionnaire(Response)?$/, 'GET, POST'],
  [/^Questionnaire(Response)?\/_search$/, 'POST'],
  [/^Questionnaire\/\$validate$/, 'POST'],
  [/^Questionnaire\/[^/]+$/, 'GET, PUT'],
  [/^QuestionnaireResponse\/[^/]+$/, 'GET'],
  [/^Questionnaire(Response)?\/[^/]+\/\$report$/, 'GET'],
  [/^Questionnaire\/[^/]+\/_history\/[^/]+$/, 'GET'],
  [/^OperationDefinition\/report$/, 'GET'],
] as const

/** Forms and answers for other programs, in FHIR R4 and R5, JSON only. */
export function serveFhir(app: Hono, deps: BundleDeps & { version: string }): void {
  const { version, publicUrl } = deps
  app.get('/fhir/metadata', (c) => {
    const fhirVersion = wantedVersion(c) ?? '4.0'
    const facts = { version, publicUrl, fhirVersion, date: deps.now() }
    return sendResource(c, capabilityStatement(facts), { version: fhirVersion })
  })
  app.get('/fhir/OperationDefinition/report', (c) => {
    const fhirVersion = wantedVersion(c) ?? '4.0'
    return sendResource(c, reportDefinition({ publicUrl, date: deps.now() }), { version: fhirVersion })
  })
  serveBundles(app, deps)
  serveQuestionnaires(app, deps)
  serveResponses(app, deps)
  app.all('/fhir/*', (c) => {
    const path = c.req.path.replace(/^\/fhir\/?/, '')
    // Some programs write the base with a slash.
    if (path === '' && c.req.method === 'POST') return bringBundle(c, deps)
    const methods = allowed.find(([address]) => address.test(path))?.[1]
    if (methods === undefined) throw new AppError('not-found')
    c.header('Allow', methods)
    throw refusal(405, 'not-supported', `This cannot be done here; ${methods} can. See GET /fhir/metadata.`)
  })
}
