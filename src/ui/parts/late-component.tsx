import { use, type ComponentType } from 'react'
import { createLate } from '../../core/async/late'

/** A component whose code comes late. */
export type LateComponent<Props> = ComponentType<Props> & {
  /** Loads its code already, since it will be drawn soon: then it is there at once, where React would wait to draw it. */
  readonly expect: () => void
}

/**
 * A component whose code is loaded when it is first drawn. Like `React.lazy` it suspends; unlike it, a failure to load
 * can be forgotten, which the nearest {@link Part} does.
 */
export const lateComponent = <Props extends object>(
  load: () => Promise<ComponentType<Props>>,
): LateComponent<Props> => {
  let loaded: ComponentType<Props> | null = null
  const late = createLate(async () => (loaded = await load()))
  const Component = (props: Props) => {
    const Loaded = loaded ?? use(late.held())
    return <Loaded {...props} />
  }
  const expect = () => {
    late.load().catch(() => {
      // It is loaded again where it is drawn, and a failure is told there.
    })
  }
  return Object.assign(Component, { expect })
}
