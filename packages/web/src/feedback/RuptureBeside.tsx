import { useNavigate } from '@tanstack/react-router'
import type { Rupture } from '@weerklank/core/feedback/rupture.contract'
import { nextStep } from '@weerklank/core/feedback/rupture.path'
import { Suspense, useState } from 'react'
import type { Seen } from '../language/use-seen.ts'
import { useText } from '../language/use-text.ts'
import { AtHand } from '../library/library.tsx'
import { MomentNotes } from '../ownership/ownership.ts'
import { Button } from '../ui/Button.tsx'
import { Disclosure } from '../ui/Disclosure.tsx'
import { LinkButton } from '../ui/LinkButton.tsx'
import { notify } from '../ui/notices.ts'
import { Skeleton } from '../ui/Skeleton.tsx'
import { RuptureNoticed } from './RuptureNoticed.tsx'
import { SelfQuestions } from './RuptureOwnPart.tsx'
import { RuptureShare } from './RuptureShare.tsx'
import { useRemoveRupture } from './rupture.actions.ts'
import { ruptureText } from './rupture.text.ts'

type Props = { relation: string; rupture: Rupture; seen: Seen }

/** Beside the steps: what was noticed, one's own thoughts, a case for peers, and who sees it. */
export function RuptureBeside({ relation, rupture, seen }: Props) {
  const text = useText(ruptureText)
  return (
    <div className="wk-rupture__beside wk-no-print">
      <Disclosure label={rupture.isMine ? text.noticed : text.noticedBy}>
        <RuptureNoticed key={rupture.id} relation={relation} rupture={rupture} />
      </Disclosure>
      <Suspense fallback={null}>
        <AtHand
          place={{ at: 'rupture', markers: rupture.markers, step: stepNow(rupture) }}
          relation={relation}
        />
      </Suspense>
      <Disclosure label={text.think}>
        <div className="wk-stack">
          <p>
            <strong>{text.thinkIntro}</strong>
          </p>
          <SelfQuestions moment="reflection" />
          <Suspense fallback={<Skeleton lines={4} />}>
            <MomentNotes
              relation={relation}
              about={{ moment: 'reflection', rupture: rupture.id }}
              label={text.think}
              seen={seen}
            />
          </Suspense>
        </div>
      </Disclosure>
      <div className="wk-actions">
        <LinkButton
          to="/samenwerkingen/$relation/schuurt/$rupture/intervisie"
          params={{ relation, rupture: rupture.id }}
        >
          {text.case}
        </LinkButton>
        {rupture.sharedAt === null && <WhileMine relation={relation} rupture={rupture} />}
      </div>
    </div>
  )
}

/** The step that one is at; null once it is known how it ended. */
function stepNow({ kind, steps, outcome }: Rupture) {
  return nextStep(kind, { taken: steps, outcome })
}

function WhileMine({ relation, rupture }: Omit<Props, 'seen'>) {
  const text = useText(ruptureText)
  const navigate = useNavigate()
  const [sharing, setSharing] = useState(false)
  const [sure, setSure] = useState(false)
  const remove = useRemoveRupture(relation, rupture.id)

  async function handleRemove() {
    if (!sure) return setSure(true)
    try {
      await remove.mutateAsync(undefined)
    } catch {
      return notify({ text: text.failed })
    }
    notify({ text: text.removed })
    await navigate({ to: '/samenwerkingen/$relation', params: { relation } })
  }

  return (
    <>
      <Button onClick={() => setSharing(true)}>{text.share}</Button>
      <Button variant="quiet" busy={remove.isPending} onClick={() => void handleRemove()}>
        {sure ? text.removeSure : text.remove}
      </Button>
      <RuptureShare {...{ relation, rupture }} open={sharing} onClose={() => setSharing(false)} />
    </>
  )
}
