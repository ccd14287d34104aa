# One image for every service: `node services/<name>/dist/main.js`; also migrations and the audit's verification. See docs/runbook.md.
FROM node:24.21.0-trixie-slim AS build
WORKDIR /alianza
COPY . .
RUN npm ci --no-audit --no-fund
RUN npm run build && node node_modules/typescript-7/bin/tsc -b infra/local
# What runs: no sources, no tests, no tools. Kept apart, so that packages below can be installed without those of the build.
RUN mkdir /image && cp --parents package.json package-lock.json .npmrc /image \
  && for part in packages/contracts packages/texts packages/platform services/* infra/demo infra/local web packages/testing test; do \
       cp --parents $part/package.json /image; done \
  && for part in packages/contracts packages/texts packages/platform services/* infra/local web; do cp -r --parents $part/dist /image; done \
  && cp -r --parents packages/texts/es packages/texts/en /image
WORKDIR /image
# Not --omit=optional: what draws pictures has its native part among those. Node itself, which is optional too, is the root's and stays out by -w.
RUN npm ci --omit=dev --ignore-scripts --no-audit --no-fund \
  -w services/gateway -w services/membership -w services/repository -w services/notifications -w services/audit -w infra/local

FROM node:24.21.0-trixie-slim
ENV NODE_ENV=production
WORKDIR /alianza
# A volume put here for the first time takes its owner from this folder.
RUN mkdir /files && chown node:node /files
COPY --from=build /image .
USER node
# Which service is said by whoever starts it; node is the first process and receives SIGTERM, upon which it drains for up to 25 s.
ENTRYPOINT ["node"]
CMD ["--eval", "console.error('Falta decir qué se ejecuta: services/<nombre>/dist/main.js'); process.exit(2)"]
