import { type Format, type FormatStep, shadowSteps } from './format.ts'

/** The shadow-side question as it is asked where a format has none of its own: five minutes, one after the other. */
function shadowStepFor(format: Format): FormatStep {
  const last = format.steps.at(-1)
  return {
    key: freeStepKey(format, 'shadow'),
    title: { nl: 'De schaduwkant', en: 'The shadow side' },
    minutes: 5,
    prompt: {
      nl: 'Wie voelde zich buitengesloten? Wat heeft het gekost? Is er licht zonder schaduw?',
      en: 'Who felt left out? What did it cost? Can there be light without shadow?',
    },
    speakers: last?.speakers ?? format.roles.map(({ role }) => role),
    silent: last?.silent ?? [],
    input: 'round',
    isShadow: true,
  }
}

/**
 * The format with the question for the shadow side: as it is when it asks it already, else with a step of five minutes before
 * the last one, so that it is not what people go home with. An empty format stays empty.
 */
export function withShadow(format: Format): Format {
  if (format.steps.length === 0 || shadowSteps(format).length > 0) return format
  const steps = [...format.steps.slice(0, -1), shadowStepFor(format), ...format.steps.slice(-1)]
  return { ...format, steps }
}

/** A key for a step that the format does not have yet: the stem, or the stem with the first number that is free. */
export function freeStepKey(format: Pick<Format, 'steps'>, stem: string): string {
  const taken = new Set(format.steps.map(({ key }) => key))
  let key = stem
  for (let number = 2; taken.has(key); number += 1) key = `${stem}-${number}`
  return key
}
