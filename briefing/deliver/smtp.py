"""One connection to the mail server, and what it answered to each mail.

``smtplib`` speaks the protocol; the order of steps is ours, since the ledger must be written between RCPT and DATA,
and since what a broken connection means depends on the very line at which it broke.
"""

from __future__ import annotations

import contextlib
import re
import select
import smtplib
import socket
import ssl
from types import TracebackType

from briefing.archive import State
from briefing.deliver.addresses import Mailbox
from briefing.deliver.outcome import Commit, Observer, Outcome, SetupError, Step, UnreachableError, no_observer
from briefing.deliver.parties import Security, Server
from briefing.deliver.sign_in import check_server, make_context, reply_words, sign_in, start_tls

_LEADING_DOT = re.compile(rb"^\.", re.MULTILINE)


class Connection:
    """A connection that opens when needed, serves several mails, and opens anew when the server has closed it."""

    def __init__(self, server: Server, observe: Observer = no_observer) -> None:
        self._server = server
        self._observe = observe
        self._smtp: smtplib.SMTP | None = None
        self.at_risk = False
        """Whether the content of the present mail may have arrived: its last line has been written."""

    def __enter__(self) -> Connection:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def make_ready(self) -> None:
        """Open the connection, or see that the open one still answers.

        Raises ``UnreachableError`` if the server cannot be reached or asks for patience, ``SetupError`` if it will
        not do what the settings ask for.
        """
        if self._smtp is not None:
            try:
                if self._smtp.rset()[0] == 250:
                    return
            except (smtplib.SMTPException, OSError):
                pass
            self.close()
        where = f"{self._server.host}:{self._server.port}"
        try:
            self._open()
        except smtplib.SMTPConnectError as error:
            raise UnreachableError(f"{where}: {reply_words(error.smtp_code, error.smtp_error)}") from error
        except ssl.SSLCertVerificationError as error:
            raise SetupError(
                f"{where}: its certificate is not trusted ({error.verify_message}); see ca_file"
            ) from error
        except (smtplib.SMTPException, OSError) as error:
            raise UnreachableError(f"{where}: cannot be reached: {_reason(error)}") from error
        finally:
            if self._smtp is not None and not self._is_ready:
                self.close()

    def deliver(self, sender: Mailbox, receiver: Mailbox, content: bytes, commit: Commit) -> Outcome:
        """Send one mail over the ready connection.

        ``commit`` is called after the server took the recipient and before it is sent DATA; if it raises, nothing
        has been sent. A connection that breaks before the last line of the content is written delivers nothing (RFC
        5321, 4.1.1.10): *deferred*. One that breaks later may have: *unknown*.
        """
        self.at_risk = False
        try:
            refused = self._envelope(sender, receiver, content)
            if refused is not None:
                return refused
            try:
                commit()
            except BaseException:
                self.close()
                raise
            self._observe(Step.COMMITTED)
            return self._content(content)
        except (smtplib.SMTPException, OSError) as error:
            self.close()
            if self.at_risk:
                return Outcome(State.UNKNOWN, f"no answer to the content: {_reason(error)}")
            return Outcome(State.DEFERRED, f"connection lost before the content was sent: {_reason(error)}")

    def close(self) -> None:
        """Say goodbye; what the server answers to that changes nothing."""
        smtp, self._smtp = self._smtp, None
        if smtp is None:
            return
        with contextlib.suppress(smtplib.SMTPException, OSError):
            if self._is_ready:
                smtp.quit()
        smtp.close()

    # ---- opening ----------------------------------------------------------------------------------------------

    _is_ready = False

    def _open(self) -> None:
        self._is_ready = False
        server = self._server
        check_server(server)
        name = server.client_name or _own_name()
        if server.security is Security.TLS:
            context = make_context(server)
            self._smtp = smtplib.SMTP_SSL(
                server.host, server.port, local_hostname=name, timeout=server.timeout, context=context
            )
        else:
            self._smtp = smtplib.SMTP(server.host, server.port, local_hostname=name, timeout=server.timeout)
        self._observe(Step.CONNECTED)
        if server.security is Security.STARTTLS:
            start_tls(self._smtp, server, make_context(server))
        sign_in(self._smtp, server)
        self._smtp.ehlo_or_helo_if_needed()
        self._is_ready = True
        self._observe(Step.READY)

    # ---- one mail ---------------------------------------------------------------------------------------------

    @property
    def _open_smtp(self) -> smtplib.SMTP:
        if self._smtp is None:
            raise smtplib.SMTPServerDisconnected("not connected")
        return self._smtp

    def _envelope(self, sender: Mailbox, receiver: Mailbox, content: bytes) -> Outcome | None:
        """MAIL and RCPT; None if the server takes both."""
        smtp = self._open_smtp
        options = []
        if smtp.has_extn("size"):
            limit = smtp.esmtp_features["size"].strip()
            if limit.isdigit() and 0 < int(limit) < len(content):
                return Outcome(State.FAILED, f"the mail has {len(content):,} bytes, the server takes {int(limit):,}")
            options.append(f"SIZE={len(content)}")
        if not (sender.is_ascii and receiver.is_ascii):
            if not smtp.has_extn("smtputf8"):
                return Outcome(State.FAILED, f"{receiver.address}: the server offers no SMTPUTF8, which it needs")
            options += ["SMTPUTF8", "BODY=8BITMIME"]
        code, answer = smtp.mail(sender.address, options)
        if code == 530:
            raise SetupError(f"{self._server.host} takes no mail without more: {reply_words(code, answer)}")
        if code != 250:
            return self._refused(code, answer)
        self._observe(Step.SENDER)
        code, answer = smtp.rcpt(receiver.address)
        if code not in {250, 251}:
            return self._refused(code, answer)
        self._observe(Step.RECIPIENT)
        return None

    def _content(self, content: bytes) -> Outcome:
        smtp = self._open_smtp
        code, answer = smtp.docmd("DATA")
        if code != 354:
            return self._refused(code, answer)
        self._observe(Step.DATA)
        # The time limit of a socket covers the whole of one write: a large mail on a slow line needs the longer one.
        if smtp.sock is not None:
            smtp.sock.settimeout(self._server.answer_timeout)
        smtp.send(_LEADING_DOT.sub(b"..", content))
        self._observe(Step.CONTENT)
        if smtp.sock is None or _has_hung_up(smtp.sock):
            raise smtplib.SMTPServerDisconnected("the server hung up in the middle of the content")
        self.at_risk = True
        smtp.send(b".\r\n")
        self._observe(Step.ENDED)
        code, answer = smtp.getreply()
        self._observe(Step.ANSWERED)
        if smtp.sock is not None:
            smtp.sock.settimeout(self._server.timeout)
        if 200 <= code < 300:
            return Outcome(State.SENT, reply_words(code, answer))
        if not 400 <= code < 600:
            self.close()
            return Outcome(State.UNKNOWN, f"an answer that no mail server gives: {reply_words(code, answer)}")
        self.at_risk = False
        return self._refused(code, answer)

    def _refused(self, code: int, answer: bytes) -> Outcome:
        """What a refusal means: 5xx never, everything else not now; the connection ends where the server says so."""
        if code == 421 or not 200 <= code < 600:
            self.close()
        return Outcome(State.FAILED if 500 <= code < 600 else State.DEFERRED, reply_words(code, answer))


def _has_hung_up(sock: socket.socket) -> bool:
    """Whether the other side has closed the connection, as far as this machine knows by now.

    What was written may lie in buffers long after the server is gone. Not to write the content's last line to it
    turns most of what would be *unknown* into *deferred*.
    """
    poll = select.poll()
    poll.register(sock, select.POLLIN)
    for _, event in poll.poll(0):
        if event & (select.POLLHUP | select.POLLERR):
            return True
        # The plain method also for TLS, whose own cannot peek: the question is whether anything will ever come.
        return not socket.socket.recv(sock, 1, socket.MSG_PEEK)
    return False


def _own_name() -> str:
    """The machine's name if it is a full one; asking the name service could hang."""
    name = socket.gethostname()
    return name if "." in name and name.isascii() else "[127.0.0.1]"


def _reason(error: BaseException) -> str:
    if isinstance(error, smtplib.SMTPResponseException):
        return reply_words(error.smtp_code, error.smtp_error)
    return (error.strerror if isinstance(error, OSError) and error.strerror else str(error)) or type(error).__name__
