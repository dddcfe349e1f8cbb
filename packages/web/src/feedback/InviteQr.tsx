import { useEffect, useState } from 'react'
import { useText } from '../language/use-text.ts'
import { Skeleton } from '../ui/Skeleton.tsx'
import { inviteDialogText } from './invite-dialog.text.ts'
import { qrPath } from './invite-qr.ts'

type Code = { path: string; size: number }

/** Squares of white round the code: a phone needs at least four to find it. */
const quietZone = 4

/** Black on white in every theme, because that is what phones read. */
export function InviteQr({ url, name }: { url: string; name: string }) {
  const text = useText(inviteDialogText)
  const code = useCode(url)
  if (code === 'failed') return <p className="wk-muted">{text.qrFailed}</p>
  return (
    <div className="wk-qr">
      {code === null ? (
        <Skeleton block />
      ) : (
        <svg
          viewBox={`0 0 ${code.size} ${code.size}`}
          role="img"
          aria-label={text.qr(name)}
          shapeRendering="crispEdges"
        >
          <rect width={code.size} height={code.size} fill="#ffffff" />
          <path d={code.path} fill="#000000" />
        </svg>
      )}
    </div>
  )
}

/** The drawing library comes only when a code is needed. */
function useCode(url: string): Code | 'failed' | null {
  const [made, setMade] = useState<{ url: string; code: Code | 'failed' } | null>(null)
  useEffect(() => {
    let current = true
    import('uqr')
      .then(({ encode }) => {
        const { data, size } = encode(url, { ecc: 'M', border: quietZone })
        if (current) setMade({ url, code: { path: qrPath(data), size } })
      })
      .catch(() => current && setMade({ url, code: 'failed' }))
    return () => {
      current = false
    }
  }, [url])
  return made?.url === url ? made.code : null
}
