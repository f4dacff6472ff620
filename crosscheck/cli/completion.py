"""``crosscheck completion``: a script that lets a shell complete commands and options."""

from __future__ import annotations

import click

SHELLS = ("bash", "fish", "zsh")


@click.command("completion", short_help="Completion for bash, zsh or fish.")
@click.argument("shell", type=click.Choice(SHELLS))
def command(shell: str) -> int:
    """Print the completion script of a shell. Put one line into the shell's start file:

    \b
    ~/.bashrc   eval "$(crosscheck completion bash)"
    ~/.zshrc    eval "$(crosscheck completion zsh)"
    fish        crosscheck completion fish > ~/.config/fish/completions/crosscheck.fish
    """
    from click.shell_completion import get_completion_class

    from crosscheck.cli.main import group

    kind = get_completion_class(shell)
    if kind is None:
        raise click.UsageError(f"no completion for {shell}")
    # not source(): for bash it runs the installed bash to look at its version
    script = kind(group, {}, "crosscheck", "_CROSSCHECK_COMPLETE")
    click.echo(script.source_template % script.source_vars())
    return 0
