import type { RestLinks } from '../rest.ts'
import type { FormRespondDeps } from './form.answer.ts'
import { formRecord, withFormLink } from './form.link.ts'

/** Being asked less by a link to a form. Beginning again is by a letter of hers, or on her own page. */
export function restOfForms(deps: FormRespondDeps): RestLinks {
  const { world } = deps
  return {
    path: '/v',
    open: (c, work) =>
      withFormLink({ ...deps, token: c.req.param('token') ?? '', isForLess: true }, (trx, link) => {
        const { workspace, token, asked } = link
        return work(trx, {
          ...{ workspace, token, workspaceName: asked.workspace_name, timeZone: asked.time_zone },
          mayBeginAgain: token.by_letter,
          opened: () => formRecord(link, { world, action: 'form-invitation.opened', subject: asked.id }),
          chosen: (action, subject) => formRecord(link, { world, action, subject }),
        })
      }),
  }
}
