import type { LucideIcon } from 'lucide-react'
import { Camera, Monitor, Video } from 'lucide-react'
import { Button } from '../primitives/button'
import type { LiveSource, SourceKind } from './live-source'
import { useLiveWords } from './use-live-words'

interface NoSourceProps {
  readonly kind: SourceKind
  readonly source: Exclude<LiveSource, { readonly kind: 'stream' | 'video' }>
  readonly open: () => void
}

const icons: Readonly<Record<SourceKind, LucideIcon>> = { camera: Camera, window: Monitor, video: Video }

/** In the place of what is looked at while there is nothing: what to press, or what is wrong. */
export const NoSource = ({ kind, source, open }: NoSourceProps) => {
  const { t } = useLiveWords()
  const Icon = icons[kind]
  const problem = () => {
    if (source.kind === 'unplayable') return t('live.unplayable', { name: source.name })
    if (source.kind !== 'problem') return null
    const stream = kind === 'window' ? 'window' : 'camera'
    switch (source.problem) {
      case 'missing':
        return t('live.missing')
      case 'insecure':
        return t('live.insecure')
      case 'no-windows':
        return t('live.noWindows')
      case 'refused':
      case 'busy':
      case 'ended':
        return t(`live.${source.problem}.${stream}`)
    }
  }
  const wrong = problem()
  const isFinal =
    source.kind === 'problem' && (source.problem === 'insecure' || source.problem === 'no-windows')
  if (source.kind === 'opening') return <p className="p-6 text-muted">{t('live.opening')}</p>
  return (
    <div className="grid max-w-96 justify-items-center gap-3 p-6 text-center">
      <Icon size={28} strokeWidth={1.5} aria-hidden className="text-muted" />
      {wrong === null ? null : <p role="alert">{wrong}</p>}
      {isFinal ? null : (
        <Button variant={wrong === null ? 'primary' : 'plain'} onClick={open}>
          {wrong !== null && kind === 'camera' ? t('live.again') : t(`live.off.${kind}`)}
        </Button>
      )}
      {wrong === null ? <p className="text-12 text-pretty text-muted">{t(`live.offText.${kind}`)}</p> : null}
    </div>
  )
}
