import './qr-code.css'
import { useEffect, useState } from 'react'
import { qrPath } from './qr-path.ts'
import { Skeleton } from './Skeleton.tsx'

type Code = { path: string; size: number }

/** Squares of white round the code: a phone needs at least four to find it. */
const quietZone = 4

type Props = {
  /** What the phone reads: an address. */
  url: string
  /** What the picture is, for who does not see it. */
  label: string
  /** Stands in its place when the drawing could not be fetched. */
  failed: string
}

/** Black on white in every theme, because that is what phones read. */
export function QrCode({ url, label, failed }: Props) {
  const code = useCode(url)
  if (code === 'failed') return <p className="wk-muted">{failed}</p>
  return (
    <div className="wk-qr">
      {code === null ? (
        <Skeleton block />
      ) : (
        <svg
          viewBox={`0 0 ${code.size} ${code.size}`}
          role="img"
          aria-label={label}
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
