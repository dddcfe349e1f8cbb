import { z } from 'zod'
import type { Bilingual } from '../shared/language.ts'
import { requiredText, text } from '../shared/text-input.ts'
import { piecesAtMost, shareDays } from './portfolio.ts'

/** Who reads what somebody writes to a learner, besides herself. Said to whoever writes, before she writes. */
export const feedbackReaders = ['me', 'buddy', 'lead'] as const
export type FeedbackReaders = (typeof feedbackReaders)[number]

export const feedbackReaderWords: Readonly<Record<FeedbackReaders, Bilingual>> = {
  me: { nl: 'alleen ik', en: 'only me' },
  buddy: { nl: 'ik en mijn maatje', en: 'my buddy and I' },
  lead: { nl: 'ik en de trekkers', en: 'the leads and I' },
}

/** Questions to begin with; `{name}` is who asks. Somebody may also ask one in her own words. */
export const feedbackQuestions: Readonly<Record<'strength' | 'change' | 'noticed', Bilingual>> = {
  strength: {
    nl: 'Wat doet {name} goed in het samenwerken?',
    en: 'What does {name} do well in working together?',
  },
  change: { nl: 'Wat kan {name} anders proberen?', en: 'What could {name} try otherwise?' },
  noticed: { nl: 'Waaraan is te merken dat {name} oefent?', en: 'What shows that {name} practises?' },
}
export const feedbackQuestionKeys = ['strength', 'change', 'noticed'] as const

export const feedbackSigns = { name: 80, question: 300, answer: 4000 } as const
const questionsAtMost = feedbackQuestionKeys.length + 1

/**
 * What a learner asks somebody by a link: which pieces she shows, what she asks about them, who reads the answer, and for how
 * long the link works. Without a question somebody only looks. With `both` she writes first, and the two open to each other
 * when the other has written as well.
 */
export const feedbackAsk = z
  .strictObject({
    to: requiredText(feedbackSigns.name),
    pieces: z.array(z.uuid()).max(piecesAtMost),
    questions: z.array(requiredText(feedbackSigns.question)).max(questionsAtMost),
    readers: z.enum(feedbackReaders),
    both: z.boolean(),
    /** Hers, one for each question; only with `both`. */
    own: z.array(text(feedbackSigns.answer)),
    days: z.union(shareDays.map((days) => z.literal(days))),
  })
  .superRefine(({ pieces, questions, both, own, readers }, report) => {
    const wrong = (path: string, message: string) =>
      report.addIssue({ code: 'custom', path: [path], message })
    if (pieces.length + questions.length === 0) wrong('pieces', 'nothing')
    if (new Set(questions).size !== questions.length) wrong('questions', 'twice')
    if (questions.length === 0 && (both || readers !== 'me')) wrong('questions', 'needed')
    if (both && (own.length !== questions.length || own.every((one) => one === ''))) wrong('own', 'needed')
    if (!both && own.length > 0) wrong('own', 'unasked')
  })
export type FeedbackAsk = z.infer<typeof feedbackAsk>

/** What somebody answers: one text per question, of which at least one says something. */
export const feedbackAnswers = z
  .array(text(feedbackSigns.answer))
  .max(questionsAtMost)
  .refine((answers) => answers.some((one) => one !== ''), 'empty')
