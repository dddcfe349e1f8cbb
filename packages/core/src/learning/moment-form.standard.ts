import type { Spoken } from '../shared/spoken.schema.ts'
import { mentionLevels } from './mention.levels.ts'
import type { MentionKind, MentionStance } from './mention.ts'
import type { MomentForm, MomentItem, MomentItemOf } from './moment-form.ts'
import type { MomentKind } from './trajectory.ts'

/** A sentence that is the same for everybody, or in both forms of address; then in English. */
function ask(u: string, je: string, en: string): Spoken {
  return { nl: { u, je }, en }
}

const text = (key: string, of: Spoken, hint?: Spoken): MomentItem => ({
  ...{ kind: 'text', key, ask: of },
  ...(hint && { hint }),
})

const choice = (key: string, scale: MomentItemOf<'choice'>['scale'], of: Spoken): MomentItem => ({
  ...{ kind: 'choice', key, scale, ask: of, perGoal: key === 'attained' },
})

function mentions(mention: MentionKind, stance: MentionStance, of: Spoken): MomentItem {
  return {
    kind: 'mentions',
    key: `${mention}s-${stance}`,
    mention,
    stance,
    levels: [...mentionLevels],
    ask: of,
  }
}

const goals: MomentForm = [
  {
    ...{ kind: 'goal', key: 'goal' },
    ask: ask('Wat wilt u leren?', 'Wat wil je leren?', 'What do you want to learn?'),
    hint: ask(
      'Schrijf het in uw eigen woorden. Begin bijvoorbeeld met: Ik wil leren …',
      'Schrijf het in je eigen woorden. Begin bijvoorbeeld met: Ik wil leren …',
      'Write it in your own words. Begin for instance with: I want to learn …',
    ),
  },
  mentions(
    'barrier',
    'expected',
    ask(
      'Wat kan het lastig maken, denkt u?',
      'Wat kan het lastig maken, denk je?',
      'What could make it hard, do you think?',
    ),
  ),
  mentions(
    'resource',
    'expected',
    ask('Wat kan u helpen, denkt u?', 'Wat kan je helpen, denk je?', 'What could help you, do you think?'),
  ),
]

const review: MomentForm = [
  {
    ...{ kind: 'goal-review', key: 'goal-kept' },
    ask: ask(
      'Is uw leerdoel nog hetzelfde?',
      'Is je leerdoel nog hetzelfde?',
      'Is your learning goal still the same?',
    ),
  },
  choice(
    'applied',
    'three',
    ask('Hebt u gebruikt wat u leerde?', 'Heb je gebruikt wat je leerde?', 'Did you use what you learnt?'),
  ),
  text('succeeded', ask('Wat lukte er?', 'Wat lukte er?', 'What worked out?')),
  text(
    'helped',
    ask(
      'Wat hielp daarbij, en wat niet?',
      'Wat hielp daarbij, en wat niet?',
      'What helped with that, and what did not?',
    ),
  ),
  choice(
    'attained',
    'three',
    ask('Is uw leerdoel bereikt?', 'Is je leerdoel bereikt?', 'Did you reach your learning goal?'),
  ),
  choice(
    'noticed',
    'noticed',
    ask(
      'Merken anderen er iets van, zoals gezinnen of jongeren?',
      'Merken anderen er iets van, zoals gezinnen of jongeren?',
      'Do others notice anything of it, such as families or youths?',
    ),
  ),
  text('noticed-where', ask('Waar merkt u dat aan?', 'Waar merk je dat aan?', 'Where do you notice that?')),
  mentions('barrier', 'met', ask('Wat maakte het lastig?', 'Wat maakte het lastig?', 'What made it hard?')),
  mentions('resource', 'met', ask('Wat hielp u?', 'Wat hielp je?', 'What helped you?')),
]

const buddy: MomentForm = [
  choice(
    'exchange-valuable',
    'yes-no',
    ask(
      'Had u iets aan het gesprek met uw maatje?',
      'Had je iets aan het gesprek met je maatje?',
      'Was the talk with your buddy worth it?',
    ),
  ),
  choice(
    'external-value',
    'yes-no',
    ask(
      'Was het goed dat uw maatje ergens anders werkt?',
      'Was het goed dat je maatje ergens anders werkt?',
      'Was it good that your buddy works elsewhere?',
    ),
  ),
  choice(
    'check-used',
    'yes-no',
    ask(
      'Hebt u samen een peiling of vragenlijst gebruikt?',
      'Hebben jullie samen een peiling of vragenlijst gebruikt?',
      'Did you use a check or questionnaire together?',
    ),
  ),
  text(
    'feedback-means',
    ask(
      'Hoe vraagt u aan mensen hoe het samenwerken gaat?',
      'Hoe vraag je aan mensen hoe het samenwerken gaat?',
      'How do you ask people how working together goes?',
    ),
  ),
  text(
    'daily-practice',
    ask(
      'Wat doet u nu anders, thuis of op het werk?',
      'Wat doe je nu anders, thuis of op het werk?',
      'What do you do differently now, at home or at work?',
    ),
  ),
  mentions(
    'resource',
    'met',
    ask(
      'Wat hielp u om samen te leren?',
      'Wat hielp je om samen te leren?',
      'What helped you to learn together?',
    ),
  ),
  mentions(
    'barrier',
    'met',
    ask(
      'Wat stond samen leren in de weg?',
      'Wat stond samen leren in de weg?',
      'What stood in the way of learning together?',
    ),
  ),
  text('tips', ask('Wat kan beter?', 'Wat kan beter?', 'What could be better?')),
  text('tops', ask('Wat was goed?', 'Wat was goed?', 'What was good?')),
]

const closing: MomentForm = [
  text(
    'tops',
    ask('Wat sprak u het meest aan?', 'Wat sprak je het meest aan?', 'What appealed to you most?'),
  ),
  text(
    'daily-practice',
    ask(
      'Wat helpt u nu, thuis of op het werk?',
      'Wat helpt je nu, thuis of op het werk?',
      'What helps you now, at home or at work?',
    ),
  ),
  text(
    'changes-in-self',
    ask('Wat is er bij uzelf veranderd?', 'Wat is er bij jezelf veranderd?', 'What changed in yourself?'),
  ),
  text('missed', ask('Wat hebt u gemist?', 'Wat heb je gemist?', 'What did you miss?')),
  text(
    'tips',
    ask('Welke tip hebt u voor ons?', 'Welke tip heb je voor ons?', 'Which tip do you have for us?'),
  ),
  text(
    'to-spread',
    ask(
      'Wat is nodig om dit door te geven aan anderen?',
      'Wat is nodig om dit door te geven aan anderen?',
      'What is needed to pass this on to others?',
    ),
  ),
]

const exit: MomentForm = [
  text('why-left', ask('Waarom bent u gestopt?', 'Waarom ben je gestopt?', 'Why did you stop?')),
  text(
    'would-have-liked',
    ask(
      'Wat had u graag anders gezien?',
      'Wat had je graag anders gezien?',
      'What would you have liked otherwise?',
    ),
  ),
  mentions(
    'resource',
    'met',
    ask('Wat helpt u om te leren?', 'Wat helpt je om te leren?', 'What helps you to learn?'),
  ),
  mentions(
    'barrier',
    'met',
    ask('Wat staat leren in de weg?', 'Wat staat leren in de weg?', 'What stands in the way of learning?'),
  ),
]

/** The form that a moment of each kind begins with (domain.md §1.4, "What was asked"), in our own words. */
export const standardForms: Readonly<Record<MomentKind, MomentForm>> = {
  ...{ start: goals, goals, review, buddy, closing, exit },
}
