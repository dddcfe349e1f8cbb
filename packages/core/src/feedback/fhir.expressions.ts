import type { Report } from './fhir.issue.ts'
import type { FormItem, FormModel, FormVariable } from './form.ts'

/** What the engine knows by itself. https://hl7.org/fhir/fhirpath.html#variables and SDC, "FHIRPath Supplements". */
const always = new Set([
  'resource',
  'rootResource',
  'context',
  // As Aidbox calls `%resource`.
  'QuestionnaireResponse',
  'questionnaire',
  'qitem',
  'ucum',
  'sct',
  'loinc',
])

/** Functions that ask a server: for the codes of a value set, or for another resource. */
const asksServer = /\b(memberOf|resolve|conformsTo|subsumes|subsumedBy|htmlChecks|checkModifiers)\s*\(/g

/** One expression of a form: where it stands, as what, and its text. */
export type FormExpression = { linkId: string | null; name: string; expression: string }

/** All expressions of a form, in its order: of the form itself first, then of each item. */
export function expressionsOf(
  form: Pick<FormModel, 'variables' | 'constraints' | 'items'>,
): FormExpression[] {
  const found: FormExpression[] = []
  eachExpression(form, (one) => found.push(one))
  return found
}

/**
 * Tells of each expression that needs what is not here: a variable that nobody names (of a patient, of a launch), or a
 * function that asks a server. Whether it is well written only the engine can tell.
 */
export function tellExpressions(
  form: Pick<FormModel, 'variables' | 'constraints' | 'items'>,
  report: Report,
): void {
  eachExpression(form, (one, known) => {
    const missing = missingIn(one.expression, known)
    if (missing.length > 0)
      tellOf(one, report, { kind: 'expression-context', detail: missing.slice(0, 5).join(', ') })
  })
}

/** Says something of one expression, at its place. */
export function tellOf(
  one: FormExpression,
  report: Report,
  of: { kind: 'expression-context' | 'expression-wrong' | 'expression-unchecked'; detail: string },
): void {
  const { linkId, name } = one
  const holder =
    linkId === null
      ? 'Questionnaire'
      : `Questionnaire.descendants().where(linkId = '${linkId.replaceAll("'", "\\'")}')`
  report.say(of.kind, `${holder}.${name}`, { args: [of.detail], ...(linkId !== null && { linkId }) })
}

type Visit = (one: FormExpression, known: ReadonlySet<string>) => void

function eachExpression(form: Pick<FormModel, 'variables' | 'constraints' | 'items'>, visit: Visit): void {
  const known = variablesIn({ linkId: null, variables: form.variables, known: always }, visit)
  for (const one of rulesOf(form)) visit({ linkId: null, ...one }, known)
  const open = form.items.toReversed().map((item) => ({ item, known }))
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    const { item } = at
    const inside = variablesIn({ linkId: item.linkId, variables: item.variables, known: at.known }, visit)
    for (const [name, expression] of ownOf(item)) visit({ linkId: item.linkId, name, expression }, inside)
    for (const one of rulesOf(item)) visit({ linkId: item.linkId, ...one }, inside)
    for (const child of (item.items ?? []).toReversed()) open.push({ item: child, known: inside })
  }
}

function variablesIn(
  of: { linkId: string | null; variables: readonly FormVariable[] | undefined; known: ReadonlySet<string> },
  visit: Visit,
): ReadonlySet<string> {
  const { linkId, variables = [] } = of
  if (variables.length === 0) return of.known
  const known = new Set(of.known)
  for (const { name, expression } of variables) {
    visit({ linkId, name: `variable(%${name})`, expression }, known)
    known.add(name)
  }
  return known
}

const rulesOf = ({ constraints = [] }: Pick<FormItem, 'constraints'>) =>
  constraints.map(({ key, expression }) => ({ name: `constraint(${key})`, expression }))

function ownOf(item: FormItem): [name: string, expression: string][] {
  const all = [
    ['calculatedExpression', item.calculated],
    ['initialExpression', item.initialExpression],
    ['enableWhenExpression', item.enableExpression],
  ] as const
  return all.flatMap(([name, expression]) => (expression === undefined ? [] : [[name, expression]]))
}

const textsAndRemarks = /'(?:\\.|[^'\\])*'|\/\*[\s\S]*?\*\/|\/\/[^\n]*/g

function missingIn(expression: string, known: ReadonlySet<string>): string[] {
  // `%'vs-name'` and `` %`ext-name` `` are addresses of FHIR itself.
  const bare = expression.replace(/%['`][^'`]*['`]/g, '').replace(textsAndRemarks, "''")
  const names = Array.from(bare.matchAll(/%([A-Za-z_][\w-]*)/g), ([, name = '']) => name)
  const unknown = names.filter((name) => !isKnown(name, known))
  const functions = Array.from(bare.matchAll(asksServer), ([, name = '']) => `${name}()`)
  return [...new Set([...unknown.map((name) => `%${name}`), ...functions])]
}

/** `%a-1` is `%a` less one. */
function isKnown(name: string, known: ReadonlySet<string>): boolean {
  return known.has(name) || known.has(name.split('-')[0] ?? '') || /^(vs|ext)-/.test(name)
}
