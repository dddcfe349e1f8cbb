/**
 * A few questions that lead to one rule. Rules and questions are data; a question is asked only while the rules that may still
 * hold differ on it. What is chosen is the caller's: a format of talking, an instrument.
 */

/** Each question with what one can answer, in the order in which they are asked. */
export type ChoosingQuestions = Readonly<Record<string, readonly string[]>>
/** What was answered so far. */
export type ChoosingAnswers = Readonly<Record<string, string | undefined>>
/** When a rule holds: of each question named, one of these answers. */
export type ChoosingWhen = Readonly<Record<string, readonly string[] | undefined>>
type Ruled = { readonly when: ChoosingWhen }

/** What comes next: a question with the answers to choose from, or the rule that holds. */
export type ChoosingStep<Rule> =
  | { readonly kind: 'question'; readonly question: string; readonly options: readonly string[] }
  | { readonly kind: 'end'; readonly rule: Rule }

/** Whether the answers meet all that the rule asks; while `isOpen`, what was not answered may still be met. */
function fits({ when }: Ruled, answers: ChoosingAnswers, isOpen: boolean): boolean {
  return Object.entries(when).every(([question, wanted]) => {
    const given = answers[question]
    if (wanted === undefined) return true
    return given === undefined ? isOpen : wanted.includes(given)
  })
}

/** Every rule that holds for these answers; of rules that neither overlap nor leave gaps it is at most one. */
export function rulesHeld<Rule extends Ruled>(rules: readonly Rule[], answers: ChoosingAnswers): Rule[] {
  return rules.filter((rule) => fits(rule, answers, false))
}

/**
 * The next question, only while the rules that may still hold differ on it; else the rule that holds. Throws when the rules
 * leave these answers without one.
 */
export function nextChoice<Rule extends Ruled>(
  questions: ChoosingQuestions,
  rules: readonly Rule[],
  answers: ChoosingAnswers,
): ChoosingStep<Rule> {
  const [held] = rulesHeld(rules, answers)
  if (held !== undefined) return { kind: 'end', rule: held }
  const open = rules.filter((rule) => fits(rule, answers, true))
  const question = Object.keys(questions).find(
    (one) => answers[one] === undefined && open.some(({ when }) => when[one] !== undefined),
  )
  if (question === undefined) throw new Error('the rules of a chooser leave a set of answers without a rule')
  return { kind: 'question', question, options: questions[question] ?? [] }
}

/** One question on the way with what was answered. */
export type ChoosingTaken = {
  readonly question: string
  readonly options: readonly string[]
  readonly taken: string
}

/**
 * The way that these answers lead, in the order in which they were given, and what comes then. An answer that nobody can give
 * to what is asked ends the way: it and all after it are left out, so that a link that was changed by hand does no harm.
 */
export function wayOf<Step extends ChoosingStep<unknown>>(
  stepAfter: (answers: ChoosingAnswers) => Step,
  given: readonly string[],
): { taken: ChoosingTaken[]; step: Step } {
  const taken: ChoosingTaken[] = []
  let answers: ChoosingAnswers = {}
  let step = stepAfter(answers)
  for (const answer of given) {
    if (step.kind !== 'question' || !step.options.includes(answer)) break
    taken.push({ question: step.question, options: step.options, taken: answer })
    answers = { ...answers, [step.question]: answer }
    step = stepAfter(answers)
  }
  return { taken, step }
}
