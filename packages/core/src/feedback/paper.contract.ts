import { z } from 'zod'
import type { Endpoint } from '../shared/endpoint.ts'
import { agreementId, formInvitationId, invitationId, relationId, responseId } from '../shared/ids.ts'
import { instrumentSchema } from './instrument.ts'

const params = z.object({ relation: relationId, invitation: invitationId })

/** What stands on the paper, to enter what was written on it. */
export const paperForm = z.object({
  instrument: instrumentSchema,
  /** Her own question or goal, where the check asks it. */
  ownWords: z.string().nullable(),
  /** Earlier agreements that are asked back. */
  agreements: z.array(z.object({ id: agreementId, text: z.string() })),
  /** Names of those whom the questions speak of. */
  professionals: z.array(z.string()),
  clients: z.array(z.string()),
  /** The days on which it can have been answered. */
  firstDay: z.iso.date(),
  lastDay: z.iso.date(),
})
export type PaperForm = z.infer<typeof paperForm>

const errors = ['not-signed-in', 'not-allowed', 'not-found', 'checks-refused', 'conflict'] as const

/** A question on paper, and its answer entered by a colleague. For people only: a program has no paper before it. */
export const paperEndpoints = {
  printPaper: {
    id: 'printPaper',
    method: 'GET',
    path: '/api/relations/:relation/invitations/:invitation/paper',
    summary: 'A question as a tagged PDF to print and fill in with a pen',
    params,
    response: z.object({}),
    files: ['application/pdf'],
    errors,
  },
  paperForm: {
    id: 'getPaperForm',
    method: 'GET',
    path: '/api/relations/:relation/invitations/:invitation/paper-form',
    summary: 'What stands on the paper of a question, to enter its answer',
    params,
    response: paperForm,
    errors,
  },
  enterPaper: {
    id: 'enterPaper',
    method: 'POST',
    path: '/api/relations/:relation/invitations/:invitation/paper-answer',
    summary:
      'Enter what somebody answered on paper, with the day on which she did. Sending it again changes nothing.',
    params,
    body: z.strictObject({
      answeredOn: z.iso.date(),
      /** The fields of the form as its page sends them: `a.<item>`, `e.<agreement>`, `open`. */
      fields: z.record(z.string().max(80), z.string().max(10_000)),
    }),
    response: z.object({ response: responseId, answeredAt: z.iso.datetime() }),
    errors: [...errors, 'invalid-input'],
  },
} as const satisfies Record<string, Endpoint>

const formParams = z.object({ relation: relationId, invitation: formInvitationId })

/** A form on paper, and its pages to type it over: as they are on screen, so that both hold the same answers. */
export const formPaperEndpoints = {
  printFormPaper: {
    id: 'printFormPaper',
    method: 'GET',
    path: '/api/relations/:relation/form-invitations/:invitation/paper',
    summary: 'A whole form as a tagged PDF to print and fill in with a pen',
    params: formParams,
    response: z.object({}),
    files: ['application/pdf'],
    errors,
  },
  typeFormPaper: {
    id: 'typeFormPaper',
    method: 'POST',
    path: '/api/relations/:relation/form-invitations/:invitation/paper-answer',
    summary:
      'A link to the pages of a form to type over what was written on paper, with the day on which she did. It works for a few hours, in the session that asked for it.',
    params: formParams,
    body: z.strictObject({ answeredOn: z.iso.date() }),
    response: z.object({ url: z.string(), answeredAt: z.iso.datetime() }),
    errors: [...errors, 'invalid-input'],
  },
} as const satisfies Record<string, Endpoint>
