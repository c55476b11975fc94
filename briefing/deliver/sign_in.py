"""Encryption and signing in: what must hold before a server is told anything."""

from __future__ import annotations

import base64
import ipaddress
import smtplib
import ssl

from briefing.deliver.accounts import Secret, read_secret
from briefing.deliver.headers import one_line
from briefing.deliver.outcome import SetupError, UnreachableError
from briefing.deliver.parties import Auth, Security, Server

LONGEST_REPLY = 300
"""Characters of a server's answer that are kept."""
MECHANISMS = ("PLAIN", "LOGIN")


def check_server(server: Server) -> None:
    """Raise ``SetupError`` if the settings alone show that mail or a password would travel unprotected."""
    if server.security is not Security.PLAIN or is_loopback(server.host):
        return
    if not server.allow_plain:
        raise SetupError(
            f"[mail] security 'plain' to {server.host}: only this machine may be sent unencrypted mail; "
            "use 'starttls' or 'tls' (or set allow_plain if you accept that anyone on the way can read it)"
        )
    if server.auth is not Auth.NONE:
        raise SetupError(f"[mail] auth to {server.host}: a password never travels unencrypted; use 'starttls' or 'tls'")


def is_loopback(host: str) -> bool:
    """Whether the name or address is this machine's own."""
    if host.casefold() == "localhost":
        return True
    try:
        return ipaddress.ip_address(host.strip("[]")).is_loopback
    except ValueError:
        return False


def make_context(server: Server) -> ssl.SSLContext:
    """TLS 1.2 or newer with the certificate and the name checked, against the system's or the given authorities."""
    try:
        context = ssl.create_default_context(cafile=str(server.ca_file) if server.ca_file else None)
    except (OSError, ssl.SSLError) as error:
        raise SetupError(f"[mail] ca_file {server.ca_file}: cannot be read as certificates: {error}") from error
    context.minimum_version = ssl.TLSVersion.TLSv1_2
    return context


def start_tls(smtp: smtplib.SMTP, server: Server, context: ssl.SSLContext) -> None:
    """Encrypt the open connection; a server that does not offer it is refused, never talked to in the clear."""
    smtp.ehlo_or_helo_if_needed()
    if not smtp.has_extn("starttls"):
        raise SetupError(f"{server.host}:{server.port} does not offer STARTTLS; nothing is sent unencrypted")
    try:
        smtp.starttls(context=context)
    except smtplib.SMTPResponseException as error:
        words = reply_words(error.smtp_code, error.smtp_error)
        if 400 <= error.smtp_code < 500:
            raise UnreachableError(f"{server.host}: {words}") from error
        raise SetupError(f"{server.host}:{server.port} refuses STARTTLS: {words}") from error
    smtp.ehlo_or_helo_if_needed()


def sign_in(smtp: smtplib.SMTP, server: Server) -> None:
    """Show the server the account; raises ``SetupError`` that tells its answer but never the secret."""
    if server.auth is Auth.NONE:
        return
    if server.secret is None or not server.user:
        raise SetupError(f"[mail] auth '{server.auth}' needs user and secret")
    smtp.ehlo_or_helo_if_needed()
    offered = smtp.esmtp_features.get("auth", "").upper().split()
    wanted = ("XOAUTH2",) if server.auth is Auth.XOAUTH2 else MECHANISMS
    mechanism = next((one for one in wanted if one in offered), None)
    if mechanism is None:
        raise SetupError(f"{server.host} offers no {' or '.join(wanted)} (but {', '.join(offered) or 'none'})")
    secret = read_secret(server.secret, server.user)
    code, answer = _exchange(smtp, mechanism, server.user, secret)
    if code in {235, 503}:
        return
    words = reply_words(code, answer)
    if secret.is_in(words):
        words = f"{code} (its words repeat the secret and are left out)"
    if 400 <= code < 500:
        raise UnreachableError(f"{server.host}: signing in: {words}")
    raise SetupError(f"{server.host} refuses the account {server.user}: {words}; the secret comes from {server.secret}")


def reply_words(code: int, answer: bytes | str) -> str:
    """A server's answer on one line, bounded."""
    text = answer.decode("utf-8", "replace") if isinstance(answer, bytes) else answer
    return one_line(f"{code} {text}")[:LONGEST_REPLY]


def _exchange(smtp: smtplib.SMTP, mechanism: str, user: str, secret: Secret) -> tuple[int, bytes]:
    if mechanism == "PLAIN":
        return smtp.docmd("AUTH", f"PLAIN {_coded(chr(0) + user + chr(0) + secret.reveal())}")
    if mechanism == "LOGIN":
        code, answer = smtp.docmd("AUTH", f"LOGIN {_coded(user)}")
        return smtp.docmd(_coded(secret.reveal())) if code == 334 else (code, answer)
    code, answer = smtp.docmd(
        "AUTH", f"XOAUTH2 {_coded(f'user={user}' + chr(1) + f'auth=Bearer {secret.reveal()}' + chr(1) * 2)}"
    )
    # A refusal comes as a challenge with the reason in it; the empty answer brings the final code.
    return smtp.docmd("") if code == 334 else (code, answer)


def _coded(text: str) -> str:
    return base64.b64encode(text.encode()).decode("ascii")
