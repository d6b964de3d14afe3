interface ImportMetaEnv {
  /** Version of package.json; not there where the build was not started by npm. */
  readonly VITE_VERSION?: string
}
