/** What somebody might plant through markup, and the directive that has to stop it. */
export interface PlantedViolation {
  readonly what: string
  /** Runs in the page, where a page's own script would. */
  readonly run: (elsewhere: string) => unknown
  readonly stoppedBy: string
  /**
   * A browser that refuses it and reports nothing: Firefox 153 lets a preload fail without a
   * `securitypolicyviolation`. There the host has to tell that it was not asked.
   */
  readonly unreportedBy?: 'firefox'
}

export const planted: readonly PlantedViolation[] = [
  {
    what: 'markup from a text',
    run: () => {
      document.body.innerHTML = '<img src=x onerror=alert(1)>'
    },
    stoppedBy: 'require-trusted-types-for',
  },
  {
    what: 'an inline script',
    run: () => {
      const script = document.createElement('script')
      script.textContent = 'window.planted = true'
      document.body.append(script)
    },
    stoppedBy: 'require-trusted-types-for',
  },
  {
    what: 'a script of another host',
    run: (elsewhere) => {
      const script = document.createElement('script')
      script.src = `${elsewhere}/evil.js`
      document.body.append(script)
    },
    stoppedBy: 'require-trusted-types-for',
  },
  {
    what: 'a worker of another folder',
    // eslint-disable-next-line no-restricted-syntax -- planted on purpose: the policy has to stop it
    run: () => new Worker('/elsewhere/worker.js'),
    stoppedBy: 'require-trusted-types-for',
  },
  {
    what: 'a text that is run',
    // eslint-disable-next-line @typescript-eslint/no-implied-eval -- planted on purpose, as above
    run: () => setTimeout('window.planted = true', 0),
    stoppedBy: 'require-trusted-types-for',
  },
  {
    what: 'an inline handler',
    run: () => {
      const button = document.createElement('button')
      button.setAttribute('onclick', 'window.planted = true')
      document.body.append(button)
      button.click()
      button.remove()
    },
    stoppedBy: 'require-trusted-types-for',
  },
  {
    what: 'a style element',
    run: () => {
      const style = document.createElement('style')
      style.append('body { display: none }')
      document.head.append(style)
    },
    stoppedBy: 'style-src-elem',
  },
  {
    what: 'a picture of another host, which would tell it that somebody looked',
    run: (elsewhere) => {
      new Image().src = `${elsewhere}/pixel.png`
    },
    stoppedBy: 'img-src',
  },
  {
    what: 'a request over plain HTTP',
    run: () => fetch('http://elsewhere.example/'),
    stoppedBy: 'connect-src',
  },
  {
    what: 'a frame',
    run: (elsewhere) => {
      const frame = document.createElement('iframe')
      frame.src = elsewhere
      document.body.append(frame)
      frame.remove()
    },
    stoppedBy: 'frame-src',
  },
  {
    what: 'another base for all addresses',
    run: (elsewhere) => {
      const base = document.createElement('base')
      base.href = elsewhere
      document.head.append(base)
    },
    stoppedBy: 'base-uri',
  },
  {
    what: 'a form',
    run: (elsewhere) => {
      const form = document.createElement('form')
      form.method = 'post'
      form.action = elsewhere
      document.body.append(form)
      form.submit()
    },
    stoppedBy: 'form-action',
  },
  {
    what: 'a font of another host',
    run: (elsewhere) => new FontFace('planted', `url(${elsewhere}/font.woff2)`).load(),
    stoppedBy: 'font-src',
  },
  {
    what: 'a file of another host that is fetched ahead',
    run: (elsewhere) =>
      new Promise((resolve) => {
        const link = document.createElement('link')
        link.onload = link.onerror = resolve
        link.rel = 'preload'
        link.as = 'image'
        link.href = `${elsewhere}/pixel.png`
        document.head.append(link)
      }),
    stoppedBy: 'img-src',
    unreportedBy: 'firefox',
  },
]
