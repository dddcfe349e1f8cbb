import { expressionsOf, tellOf } from '@weerklank/core/feedback/fhir.expressions'
import type { ImportedForm } from '@weerklank/core/feedback/fhir.import'
import { newReport } from '@weerklank/core/feedback/fhir.issue'
import type { Scorer } from './score.ts'

/**
 * The form with what only the engine of expressions can tell: which of its expressions are no FHIRPath. They are parsed in the
 * thread of the engine, for a parser can be kept busy too; what is not looked at in time is named as well.
 * Without a scorer none is looked at, and all are named. `whose` turn it is: a workspace.
 */
export async function withExpressionsChecked(
  scorer: Pick<Scorer, 'check'> | null,
  imported: ImportedForm,
  whose?: string,
): Promise<ImportedForm> {
  const { model } = imported
  if (model === null) return imported
  const all = expressionsOf(model)
  const texts = all.map((one) => one.expression)
  const { wrong, left } = (await scorer?.check(texts, whose)) ?? { wrong: new Map(), left: new Set(texts) }
  if (wrong.size === 0 && left.size === 0) return imported
  const report = newReport()
  for (const { kind, at, ...more } of imported.report) report.say(kind, at, more)
  for (const one of all) {
    const detail = wrong.get(one.expression)
    if (detail !== undefined) tellOf(one, report, { kind: 'expression-wrong', detail })
    else if (left.has(one.expression)) tellOf(one, report, { kind: 'expression-unchecked', detail: one.name })
  }
  return { ...imported, report: report.issues() }
}
