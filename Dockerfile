# syntax=docker/dockerfile:1
# Two stages: the first has compilers, the second only the program and the certificates of the world.

FROM rust:1.95-slim-bookworm AS build
# The same as bin/setup installs: compilers for the C and assembly code inside our crates.
RUN apt-get update \
 && apt-get install -y --no-install-recommends build-essential cmake nasm perl \
 && rm -rf /var/lib/apt/lists/*
WORKDIR /src
COPY Cargo.toml Cargo.lock build.rs ./
COPY .cargo ./.cargo
COPY build ./build
COPY crates ./crates
COPY src ./src
COPY migrations ./migrations
COPY templates ./templates
COPY locales ./locales
COPY static ./static
RUN --mount=type=cache,target=/usr/local/cargo/registry \
    --mount=type=cache,target=/src/target \
    cargo build --release --locked \
 && cp target/release/candor /candor

FROM debian:bookworm-slim
RUN apt-get update \
 && apt-get install -y --no-install-recommends ca-certificates \
 && rm -rf /var/lib/apt/lists/* \
 && useradd --uid 10001 --user-group --no-create-home --home-dir /data --shell /usr/sbin/nologin candor \
 && install -d -o candor -g candor -m 0700 /data
COPY --from=build /candor /usr/local/bin/candor
# The bundled TLS of the database client looks for certificates here.
ENV SSL_CERT_FILE=/etc/ssl/certs/ca-certificates.crt \
    SSL_CERT_DIR=/etc/ssl/certs \
    CANDOR_LISTEN=0.0.0.0:8080 \
    CANDOR_DATA_DIR=/data
USER candor
WORKDIR /data
# All that is written; the rest may be mounted read-only.
VOLUME /data
EXPOSE 8080
HEALTHCHECK --interval=10s --timeout=3s --start-period=30s --retries=3 \
  CMD ["bash", "-c", "exec 3<>/dev/tcp/127.0.0.1/8080 && printf 'GET /readyz HTTP/1.0\\r\\n\\r\\n' >&3 && head -1 <&3 | grep -q ' 200 '"]
ENTRYPOINT ["candor"]
CMD ["serve"]
